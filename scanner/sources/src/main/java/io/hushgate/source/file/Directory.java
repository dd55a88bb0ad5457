package io.hushgate.source.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A directory of a walk.
 *
 * @param shown its path as addresses show it, with a slash at the end; empty for the root
 * @param key what the file system tells directories apart by; null where it has no such thing
 * @param scope the work tree it lies in; null outside of any
 * @param rules what is ignored in its parent
 * @param inTree its path from the root of the work tree, with a slash at the end; empty for the
 *     root
 * @param trackedOnly whether it is ignored, so that only what git tracks in it counts
 */
@SuppressWarnings("ArrayRecordComponent") // paths are bytes, and nobody compares directories
record Directory(
        @Nullable Directory parent,
        Path path,
        String shown,
        @Nullable Object key,
        @Nullable WorkTree scope,
        IgnoreRules rules,
        byte[] inTree,
        boolean trackedOnly)
        implements Listing.Task {
    /** Tells whether it is one of its own parents, by a mount that leads back. */
    boolean isItsOwnParent() {
        for (Directory above = parent; above != null && key != null; above = above.parent) {
            if (Objects.equals(key, above.key)) {
                return true;
            }
        }
        return false;
    }

    /** The path of an entry from the root of the work tree. */
    byte[] inTree(byte[] name) {
        byte[] path = Arrays.copyOf(inTree, inTree.length + name.length);
        System.arraycopy(name, 0, path, inTree.length, name.length);
        return path;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return shown;
    }
}
