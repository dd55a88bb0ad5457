package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks things up in trees of commits. */
final class Trees {
    private Trees() {}

    /** What lies at a path. */
    record Entry(int mode, ObjectId id) {
        boolean isFile() {
            return (mode & TreeCursor.TYPE_MASK) == TreeCursor.FILE;
        }

        boolean isDirectory() {
            return (mode & TreeCursor.TYPE_MASK) == TreeCursor.DIRECTORY;
        }
    }

    /**
     * Finds what lies at a path.
     *
     * @param root null for a commit that names no tree
     * @param path from the root, its parts divided by single slashes
     */
    static Optional<Entry> find(
            ObjectReader reader, ObjectFormat format, @Nullable ObjectId root, byte[] path)
            throws IOException {
        ObjectId at = root;
        int from = 0;
        while (at != null) {
            int to = from;
            while (to < path.length && path[to] != '/') {
                to++;
            }
            byte[] tree = reader.read(at, ObjectKind.TREE, "a tree of the commit");
            Entry entry = entry(new TreeCursor(tree, format), path, from, to);
            if (entry == null || to == path.length) {
                return Optional.ofNullable(entry);
            }
            at = (entry.mode & TreeCursor.TYPE_MASK) == TreeCursor.DIRECTORY ? entry.id : null;
            from = to + 1;
        }
        return Optional.empty();
    }

    private static @Nullable Entry entry(TreeCursor cursor, byte[] path, int from, int to) {
        while (cursor.advance()) {
            boolean same =
                    Arrays.equals(
                            cursor.bytes(), cursor.nameStart(), cursor.nameEnd(), path, from, to);
            if (same) {
                return new Entry(cursor.mode(), cursor.id());
            }
        }
        return null;
    }
}
