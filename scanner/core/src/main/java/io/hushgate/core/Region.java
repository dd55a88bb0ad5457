package io.hushgate.core;

/**
 * A range of text as people and SARIF 2.1.0 (section 3.30) count it: lines and columns from 1,
 * columns in UTF-16 code units, the end column one past the last character.
 */
public record Region(int startLine, int startColumn, int endLine, int endColumn)
        implements Comparable<Region> {
    public Region {
        boolean inOrder = startLine < endLine || (startLine == endLine && startColumn <= endColumn);
        if (startLine < 1 || startColumn < 1 || endColumn < 1 || !inOrder) {
            throw new IllegalArgumentException(
                    "%d:%d to %d:%d is not a region"
                            .formatted(startLine, startColumn, endLine, endColumn));
        }
    }

    /** The empty region at one position. */
    public static Region at(int line, int column) {
        return new Region(line, column, line, column);
    }

    /** Tells whether the two share a character. */
    public boolean overlaps(Region other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Region other) {
        return startLine < other.endLine
                || (startLine == other.endLine && startColumn < other.endColumn);
    }

    @Override
    public int compareTo(Region other) {
        int order = Integer.compare(startLine, other.startLine);
        if (order == 0) {
            order = Integer.compare(startColumn, other.startColumn);
        }
        if (order == 0) {
            order = Integer.compare(endLine, other.endLine);
        }
        return order == 0 ? Integer.compare(endColumn, other.endColumn) : order;
    }
}
