package io.hushgate.source.git;

import java.util.Arrays;

/** Which paths of a work tree git tracks, by its index. */
public final class TrackedFiles {
    private final StagingIndex index;

    private TrackedFiles(StagingIndex index) {
        this.index = index;
    }

    /** Reads the index of a work tree; a repository without one tracks nothing. */
    public static TrackedFiles of(GitRepository repository) {
        return new TrackedFiles(
                StagingIndex.read(repository.ownDirectory().resolve("index"), repository.format()));
    }

    /** Tells whether a file is tracked, by its path from the root of the work tree. */
    public boolean contains(byte[] path) {
        int i = firstFrom(path);
        return i < index.count() && compare(i, path) == 0;
    }

    /** Tells whether the path is that of a submodule. */
    public boolean isSubmodule(byte[] path) {
        int i = firstFrom(path);
        boolean found = i < index.count() && compare(i, path) == 0;
        return found && (index.mode(i) & TreeCursor.TYPE_MASK) == TreeCursor.SUBMODULE;
    }

    /** Tells whether anything below a directory is tracked. */
    public boolean hasBelow(byte[] directory) {
        byte[] prefix = Arrays.copyOf(directory, directory.length + 1);
        prefix[directory.length] = '/';
        int i = firstFrom(prefix);
        if (i == index.count()) {
            return false;
        }
        int start = index.pathStart(i);
        return index.pathEnd(i) - start >= prefix.length
                && Arrays.equals(
                        index.text(), start, start + prefix.length, prefix, 0, prefix.length);
    }

    /** The first entry whose path does not sort before this one. */
    private int firstFrom(byte[] path) {
        int low = 0;
        int high = index.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int i, byte[] path) {
        return Arrays.compareUnsigned(
                index.text(), index.pathStart(i), index.pathEnd(i), path, 0, path.length);
    }
}
