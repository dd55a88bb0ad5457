package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The index's {@code TREE} extension: for each directory that did not change since, the tree that a
 * commit would have. With it, unchanged directories are passed over without reading a tree.
 *
 * <pre>
 *   name of the directory \0  number of entries, -1 if changed ' '  number of subdirectories \n
 *   id, unless changed        then the subdirectories
 * </pre>
 */
final class CacheTree {
    /** {@code TREE}. */
    static final int SIGNATURE = 0x54524545;

    private static final int MAX_DEPTH = 1_000;

    private final @Nullable ObjectId id;
    private final Map<String, CacheTree> children = new HashMap<>();

    private CacheTree(@Nullable ObjectId id) {
        this.id = id;
    }

    /** Reads the extension; null when it is damaged, since everything works without it. */
    static @Nullable CacheTree read(byte[] file, int from, int length, ObjectFormat format) {
        return new Reader(file, from, from + length, format).node(0);
    }

    /** The tree of this directory; null if something in it changed. */
    @Nullable ObjectId id() {
        return id;
    }

    /** The directory of this name; null if nothing is known of it. */
    @Nullable CacheTree child(byte[] text, int from, int to) {
        return children.get(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** One pass over the bytes of the extension. */
    private static final class Reader {
        private final byte[] file;
        private final int end;
        private final ObjectFormat format;
        private int at;
        private String name = "";

        Reader(byte[] file, int from, int end, ObjectFormat format) {
            this.file = file;
            this.at = from;
            this.end = end;
            this.format = format;
        }

        @Nullable CacheTree node(int depth) {
            String own = until(0);
            String entries = until(' ');
            String subdirectories = until('\n');
            boolean changed = entries.startsWith("-");
            int count = count(subdirectories);
            if (depth > MAX_DEPTH || count < 0 || (!changed && at + format.bytes() > end)) {
                return null;
            }
            CacheTree node = new CacheTree(changed ? null : ObjectId.at(file, at, format));
            at += changed ? 0 : format.bytes();
            for (int i = 0; i < count; i++) {
                CacheTree child = node(depth + 1);
                if (child == null) {
                    return null;
                }
                node.children.put(name, child);
            }
            name = own;
            return node;
        }

        private String until(int delimiter) {
            int from = at;
            while (at < end && file[at] != delimiter) {
                at++;
            }
            int to = at;
            at = Math.min(end, at + 1);
            return new String(file, from, to - from, StandardCharsets.ISO_8859_1);
        }

        private static int count(String digits) {
            int value = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(i) - '0';
                if (digit < 0 || digit > 9 || i > 8) {
                    return -1;
                }
                value = 10 * value + digit;
            }
            return digits.isEmpty() ? -1 : value;
        }
    }
}
