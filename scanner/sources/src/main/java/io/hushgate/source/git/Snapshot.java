package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One directory of what is looked at, as a list to step through in git's order: of a commit's tree,
 * or of what is staged.
 */
sealed interface Snapshot permits TreeSnapshot, StagedSnapshot {
    /** Steps to the next entry; false at the end. */
    boolean advance();

    boolean isDirectory();

    int mode();

    byte[] bytes();

    int nameStart();

    int nameEnd();

    /** The object; null for a staged directory of which no tree is known. */
    @Nullable ObjectId id();

    /** The directory that the entry is. */
    Snapshot directory() throws IOException;
}
