package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectId;
import java.util.List;

/**
 * A file that a commit adds or changes.
 *
 * @param path as text, see {@link io.hushgate.source.PathText}
 * @param mode git's mode: file, link or submodule
 * @param id the blob
 * @param before what lay at the path in each of the commits before, where they had a file
 */
record Change(String path, int mode, ObjectId id, List<ObjectId> before) {
    Change {
        before = List.copyOf(before);
    }

    boolean isSubmodule() {
        return (mode & TreeCursor.TYPE_MASK) == TreeCursor.SUBMODULE;
    }
}
