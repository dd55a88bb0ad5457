package io.hushgate.estate.tree;

import java.util.function.IntUnaryOperator;

/**
 * A text whose every character knows its place in the file, also if it was quoted, folded or
 * indented inside another text.
 */
public sealed interface Source permits FileSource, EmbeddedSource, FixedSource, MappedSource {

    /** The text, decoded. */
    String text();

    /**
     * The place of a character in the file.
     *
     * @param offset into {@link #text}; the length is a place too; anything outside is taken as the
     *     nearer end
     */
    Place placeAt(int offset);

    /** A file, or anything else that stands by itself. */
    static Source of(String text) {
        return new FileSource(text);
    }

    /**
     * A text that is written inside this one.
     *
     * @param value the text after unescaping
     * @param from first character of its written form in this text, quotes excluded
     * @param to after the last one
     */
    default Source embedded(String value, int from, int to, Escapes escapes) {
        return new EmbeddedSource(this, value, from, to, escapes);
    }

    /**
     * A text that was made from this one, as a manifest is from its template.
     *
     * @param origin the offset in this text that a character comes from
     */
    default Source derived(String value, IntUnaryOperator origin) {
        return new MappedSource(value, this, origin);
    }

    /** A part of this text, unchanged. */
    default Source slice(int from, int to) {
        return embedded(text().substring(from, to), from, to, Escapes.NONE);
    }
}
