package io.hushgate.core;

import org.jspecify.annotations.Nullable;

/**
 * What a reader of an artifact notes down for the texts that are made from it. A source makes one
 * for each artifact that others are made from and lets go of it with the last of those; what stands
 * in it is between a reader and itself. For one thread.
 */
public final class Memo {
    private @Nullable Object note;

    /** Leaves a note, in place of the one before. */
    public void leave(Object what) {
        note = what;
    }

    /** The note, if it is of this kind; null when nobody left one. */
    public <T> @Nullable T note(Class<T> kind) {
        return kind.isInstance(note) ? kind.cast(note) : null;
    }
}
