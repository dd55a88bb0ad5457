package io.hushgate.source;

import io.hushgate.core.Span;

/**
 * Which bytes of an artifact a change adds. Whole lines, as a diff sees them: a line that was there
 * before, in the same file, is not added by changing the line next to it.
 */
@FunctionalInterface
public interface AddedRanges {
    /** Everything is new: files as they lie, whole histories, files that a change creates. */
    AddedRanges EVERYTHING = _ -> true;

    /** Tells whether at least one byte of the span lies in an added line. */
    boolean touches(Span span);
}
