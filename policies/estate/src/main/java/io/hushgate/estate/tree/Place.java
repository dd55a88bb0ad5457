package io.hushgate.estate.tree;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record Place(int line, int column) implements Comparable<Place> {
    /** The first character of a file. */
    public static final Place START = new Place(1, 1);

    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "place %d:%d does not count from 1".formatted(line, column));
        }
    }

    @Override
    public int compareTo(Place other) {
        int lines = Integer.compare(line, other.line);
        return lines != 0 ? lines : Integer.compare(column, other.column);
    }
}
