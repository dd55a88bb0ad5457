package io.hushgate.estate.fact;

/**
 * Where a fact was read.
 *
 * @param file the address of the artifact, as given to the reader
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record Provenance(String file, int line, int column, Confidence confidence) {
    public Provenance {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "place %d:%d does not count from 1".formatted(line, column));
        }
    }

    /** The same place, at most as sure as {@code limit}. */
    public Provenance atMost(Confidence limit) {
        return new Provenance(file, line, column, confidence.and(limit));
    }
}
