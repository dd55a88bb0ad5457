package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import java.util.Arrays;

/**
 * Steps through the entries of a tree object: {@code mode name \0 id}, in git's order, in which a
 * directory sorts as if its name ended in a slash. Before the first and after the last entry the
 * other methods mean nothing.
 */
final class TreeCursor {
    static final int DIRECTORY = 0040000;
    static final int LINK = 0120000;
    static final int SUBMODULE = 0160000;
    static final int FILE = 0100000;
    static final int TYPE_MASK = 0170000;

    private final ObjectFormat format;
    private byte[] bytes;
    private int length;
    private int next;
    private int mode;
    private int nameStart;
    private int nameEnd;

    TreeCursor(byte[] bytes, ObjectFormat format) {
        this.bytes = bytes;
        this.length = bytes.length;
        this.format = format;
    }

    /** Starts again with another tree. */
    void reset(byte[] tree, int treeLength) {
        bytes = tree;
        length = treeLength;
        next = 0;
    }

    /** Steps to the next entry; false at the end, and where the rest is damaged. */
    boolean advance() {
        int at = next;
        int value = 0;
        while (at < length && bytes[at] != ' ') {
            value = (value << 3) | (bytes[at] & 7);
            at++;
        }
        int zero = at + 1;
        while (zero < length && bytes[zero] != 0) {
            zero++;
        }
        if (zero + 1 + format.bytes() > length) {
            return false;
        }
        mode = value;
        nameStart = at + 1;
        nameEnd = zero;
        next = zero + 1 + format.bytes();
        return true;
    }

    /** Tells whether every byte of the tree was understood, after {@link #advance} said false. */
    boolean isAtEnd() {
        return next == length;
    }

    int mode() {
        return mode;
    }

    boolean isDirectory() {
        return (mode & TYPE_MASK) == DIRECTORY;
    }

    boolean isSubmodule() {
        return (mode & TYPE_MASK) == SUBMODULE;
    }

    byte[] bytes() {
        return bytes;
    }

    int nameStart() {
        return nameStart;
    }

    int nameEnd() {
        return nameEnd;
    }

    byte[] name() {
        return Arrays.copyOfRange(bytes, nameStart, nameEnd);
    }

    /** Where in {@link #bytes} the id lies. */
    int idStart() {
        return nameEnd + 1;
    }

    ObjectId id() {
        return ObjectId.at(bytes, nameEnd + 1, format);
    }
}
