package io.hushgate.estate.tree;

/**
 * Where a value is written.
 *
 * @param from first character in the source's text, quotes excluded
 * @param to after the last one
 */
public record Origin(Source source, int from, int to, Escapes escapes) {

    /** The place of the first character. */
    public Place place() {
        return source.placeAt(from);
    }

    /** The value as a text of its own, for readers of what is embedded in it. */
    public Source read(String value) {
        return source.embedded(value, from, to, escapes);
    }
}
