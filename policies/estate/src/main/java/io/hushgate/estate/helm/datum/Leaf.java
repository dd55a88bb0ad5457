package io.hushgate.estate.helm.datum;

import io.hushgate.estate.tree.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * Where a text of a chart's values is written. Holds the text to recognise it in a manifest, and
 * never shows it.
 */
public final class Leaf {
    /** Shorter texts occur everywhere. */
    private static final int MIN_LENGTH = 4;

    private final String file;
    private final String key;
    private final Place place;
    private final String text;

    /**
     * A text.
     *
     * @param file address of the values file
     * @param key dotted, as the file has it
     */
    public Leaf(String file, String key, Place place, String text) {
        this.file = file;
        this.key = key;
        this.place = place;
        this.text = text;
    }

    /** The address of the values file. */
    public String file() {
        return file;
    }

    /** The dotted key, as the file has it. */
    public String key() {
        return key;
    }

    public Place place() {
        return place;
    }

    /** The number of characters, if they stand on one line; else 0. */
    public int length() {
        return text.indexOf('\n') < 0 ? text.length() : 0;
    }

    /**
     * Tells whether this is what stands in a piece of a manifest: the piece holds the text, as it
     * is or in base64, or is a part of it.
     */
    public boolean standsIn(String piece) {
        if (text.length() < MIN_LENGTH || piece.length() < MIN_LENGTH) {
            return false;
        }
        return piece.contains(text)
                || text.contains(piece)
                || piece.contains(
                        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaf leaf
                && file.equals(leaf.file)
                && key.equals(leaf.key)
                && place.equals(leaf.place);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, key, place);
    }

    /** Where it is, and not what. */
    @Override
    public String toString() {
        return "%s:%d %s".formatted(file, place.line(), key);
    }
}
