package io.hushgate.rego.ast;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a node stands in its source.
 *
 * <p>All locations are equal to each other: a place is not part of what a node means, and records
 * that carry one can so use their own {@code equals}. Use {@link #isSamePlaceAs} or {@link #ORDER}
 * to tell places apart.
 */
public final class Location {
    /** The location of nodes that were made, not read. */
    public static final Location NONE = new Location(Source.NONE, 0, 0, 0, 0);

    /** By file, then row, then column. */
    public static final Comparator<Location> ORDER =
            (left, right) -> {
                int files = left.file().compareTo(right.file());
                int rows = Integer.compare(left.row, right.row);
                return files != 0
                        ? files
                        : rows != 0 ? rows : Integer.compare(left.column, right.column);
            };

    private final Source source;
    private final int row;
    private final int column;
    private final int start;
    private final int end;

    /**
     * @param row line from 1, or 0 if unknown
     * @param column from 1, counted in code points
     * @param start offset into the text of {@code source}, in UTF-16 units
     * @param end offset after the last unit
     */
    public Location(Source source, int row, int column, int start, int end) {
        this.source = source;
        this.row = row;
        this.column = column;
        this.start = start;
        this.end = end;
    }

    public Source source() {
        return source;
    }

    public String file() {
        return source.name();
    }

    public int row() {
        return row;
    }

    public int column() {
        return column;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** The text that this location covers, as it was written. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** The line on which the covered text ends. */
    public int endRow() {
        int last = row;
        for (int i = source.text().indexOf('\n', start);
                i >= 0 && i < end;
                i = source.text().indexOf('\n', i + 1)) {
            last++;
        }
        return last;
    }

    /** The same beginning, but reaching to another end. */
    public Location upTo(int newEnd) {
        return new Location(source, row, column, start, newEnd);
    }

    /**
     * The same row and column, but covering another text: a term in parentheses stands where the
     * term stands, and its text is that with the parentheses.
     */
    public Location covering(int newStart, int newEnd) {
        return new Location(source, row, column, newStart, newEnd);
    }

    public boolean isKnown() {
        return row > 0;
    }

    public boolean isSamePlaceAs(Location other) {
        return ORDER.compare(this, other) == 0 && start == other.start && end == other.end;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** {@code file:row} as OPA writes it, or {@code row:column} where the source has no name. */
    @Override
    public String toString() {
        return file().isEmpty() ? row + ":" + column : file() + ":" + row;
    }
}
