package io.hushgate.source.git;

import io.hushgate.source.RegularFile;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What would be committed: the entries of git's {@code index} file, versions 2 to 4 of {@code
 * gitformat-index(5)}, sorted by path and then by stage.
 *
 * <p>The entries stay where they are in the file; five thousand of them cost five arrays. The hash
 * at the end is not checked: git writes zeros there when told to ({@code index.skipHash}), and what
 * it would find shows as a broken structure or as an object that is not there.
 */
final class StagingIndex {
    private static final int SIGNATURE = 0x44495243;
    private static final int HEADER_BYTES = 12;
    private static final int MODE_AT = 24;
    private static final int ID_AT = 40;
    private static final int EXTENDED = 0x4000;
    private static final int INTENT_TO_ADD = 0x2000;
    private static final int NAME_MASK = 0xfff;
    private static final long MAX_BYTES = 1 << 30;

    private final String place;
    private final byte[] file;
    private final ObjectFormat format;
    private byte[] text;
    private int textEnd;
    private final int count;
    private final int[] pathStart;
    private final int[] pathEnd;
    private final int[] idStart;
    private final int[] mode;
    private final int[] flags;
    private @Nullable CacheTree cacheTree;
    private @Nullable SplitIndex link;

    private StagingIndex(String place, byte[] file, ObjectFormat format) {
        this.place = place;
        this.file = file;
        this.format = format;
        if (file.length < HEADER_BYTES + format.bytes() || intAt(0) != SIGNATURE) {
            throw damaged("it does not start as an index does");
        }
        int version = intAt(4);
        if (version < 2 || version > 4) {
            throw damaged("its version is %d, and 2 to 4 are read".formatted(version));
        }
        count = intAt(8);
        int smallest = ID_AT + format.bytes() + 3;
        if (count < 0 || (long) count * smallest > file.length) {
            throw damaged("it is shorter than its own count of entries says");
        }
        pathStart = new int[count];
        pathEnd = new int[count];
        idStart = new int[count];
        mode = new int[count];
        flags = new int[count];
        text = version == 4 ? new byte[file.length] : file;
        readExtensions(readEntries(version));
    }

    /** Reads an index; an absent one is empty. */
    static StagingIndex read(Path path, ObjectFormat format) {
        String place = path.toString();
        byte[] file;
        try {
            file = RegularFile.bytes(path, MAX_BYTES);
        } catch (NoSuchFileException e) {
            return new StagingIndex(place, empty(format), format);
        } catch (IOException e) {
            throw new SourceProblem(place, "it cannot be read", "check its permissions");
        }
        try {
            StagingIndex index = new StagingIndex(place, file, format);
            return index.link == null ? index : index.link.merged(path, index);
        } catch (IndexOutOfBoundsException e) {
            throw damaged(place, "it ends within an entry");
        }
    }

    /** Reads the bytes of an index that holds all of its entries. */
    static StagingIndex parse(String place, byte[] file, ObjectFormat format) {
        try {
            return new StagingIndex(place, file, format);
        } catch (IndexOutOfBoundsException e) {
            throw damaged(place, "it ends within an entry");
        }
    }

    private static byte[] empty(ObjectFormat format) {
        byte[] bytes = new byte[HEADER_BYTES + format.bytes()];
        bytes[0] = 'D';
        bytes[1] = 'I';
        bytes[2] = 'R';
        bytes[3] = 'C';
        bytes[7] = 2;
        return bytes;
    }

    private int readEntries(int version) {
        int at = HEADER_BYTES;
        for (int i = 0; i < count; i++) {
            int start = at;
            mode[i] = intAt(at + MODE_AT);
            idStart[i] = at + ID_AT;
            at += ID_AT + format.bytes();
            int low = shortAt(at);
            at += 2;
            if ((low & EXTENDED) != 0) {
                low |= shortAt(at) << 16;
                at += 2;
            }
            flags[i] = low;
            at = version == 4 ? readCompressedPath(i, at) : readPath(i, start, at);
        }
        return at;
    }

    /** The path lies in the file; one to eight zero bytes fill the entry to a multiple of eight. */
    private int readPath(int i, int start, int at) {
        int length = flags[i] & NAME_MASK;
        int end = at + length;
        if (length == NAME_MASK) {
            end = zeroFrom(at);
        }
        if (file[end] != 0) {
            throw damaged("the length of a path is wrong");
        }
        pathStart[i] = at;
        pathEnd[i] = end;
        return start + (end - start + 8 & ~7);
    }

    /** The path is a number of bytes to drop from the end of the path before, and bytes to add. */
    private int readCompressedPath(int i, int from) {
        int at = from;
        int b = file[at++];
        int drop = b & 0x7f;
        while (b < 0) {
            b = file[at++];
            drop = ((drop + 1) << 7) + (b & 0x7f);
            if (drop > file.length) {
                throw damaged("a path drops more than there is");
            }
        }
        int end = zeroFrom(at);
        int before = i == 0 ? 0 : pathEnd[i - 1] - pathStart[i - 1];
        if (drop > before) {
            throw damaged("a path drops more than there is");
        }
        int kept = before - drop;
        pathStart[i] = textEnd;
        pathEnd[i] = textEnd + kept + end - at;
        if (pathEnd[i] < 0 || pathEnd[i] > MAX_BYTES) {
            throw damaged("its paths have more than a gibibyte");
        }
        if (pathEnd[i] > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(MAX_BYTES, 2L * pathEnd[i]));
        }
        if (i > 0) {
            System.arraycopy(text, pathStart[i - 1], text, textEnd, kept);
        }
        System.arraycopy(file, at, text, textEnd + kept, end - at);
        textEnd = pathEnd[i];
        return end + 1;
    }

    private int zeroFrom(int at) {
        int end = at;
        while (file[end] != 0) {
            end++;
        }
        return end;
    }

    private void readExtensions(int from) {
        int at = from;
        int end = file.length - format.bytes();
        while (at + 8 <= end) {
            int name = intAt(at);
            int length = intAt(at + 4);
            at += 8;
            if (length < 0 || length > end - at) {
                throw damaged("an extension is longer than the file");
            }
            switch (name) {
                case CacheTree.SIGNATURE -> cacheTree = CacheTree.read(file, at, length, format);
                case SplitIndex.SIGNATURE ->
                        link = SplitIndex.read(place, file, at, length, format);
                default -> {
                    // A capital letter says that readers may leave the extension alone, and the
                    // only small ones known besides "link" is "sdir": entries can be directories.
                    boolean required = (name >>> 24) >= 'a';
                    if (required && name != 0x73646972) {
                        throw damaged("it has an extension that nobody knows");
                    }
                }
            }
            at += length;
        }
    }

    int count() {
        return count;
    }

    /** The bytes that paths lie in. */
    byte[] text() {
        return text;
    }

    int pathStart(int i) {
        return pathStart[i];
    }

    /** Offset after the path; the path of a directory in a sparse index ends with a slash. */
    int pathEnd(int i) {
        return pathEnd[i];
    }

    int mode(int i) {
        return mode[i];
    }

    int idStart(int i) {
        return idStart[i];
    }

    /** This index by itself, after its link said that there is no shared one. */
    StagingIndex withoutLink() {
        link = null;
        return this;
    }

    ObjectId id(int i) {
        return ObjectId.at(file, idStart[i], format);
    }

    boolean hasId(int i, ObjectId id) {
        return id.equalsAt(file, idStart[i]);
    }

    /** 0, or in a conflict: 1 for the base, 2 for ours, 3 for theirs. */
    int stage(int i) {
        return flags[i] >> 12 & 3;
    }

    /** Tells whether the entry only announces a file, which a commit leaves out. */
    boolean isIntentToAdd(int i) {
        return (flags[i] >>> 16 & INTENT_TO_ADD) != 0;
    }

    /** Trees that git already wrote for what is staged. */
    @Nullable CacheTree cacheTree() {
        return cacheTree;
    }

    /** The bytes of the entries as they are, for the merge with a shared index. */
    byte[] file() {
        return file;
    }

    private int intAt(int at) {
        return (shortAt(at) << 16) | shortAt(at + 2);
    }

    private int shortAt(int at) {
        return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
    }

    private SourceProblem damaged(String what) {
        return damaged(place, what);
    }

    static SourceProblem damaged(String place, String what) {
        return new SourceProblem(
                place, "the index is damaged: " + what, "remove it and run git reset");
    }
}
