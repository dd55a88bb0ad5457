package io.hushgate.core;

/**
 * A half-open range of bytes {@code [start, end)} in one artifact.
 *
 * @param start offset of the first byte, from 0
 * @param end offset after the last byte
 */
public record Span(long start, long end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "span [%d, %d) is not a range".formatted(start, end));
        }
    }

    /** Length in bytes. */
    public long length() {
        return end - start;
    }

    /** Tells whether the two ranges share at least one byte. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Tells whether every byte of {@code other} lies in this range. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
