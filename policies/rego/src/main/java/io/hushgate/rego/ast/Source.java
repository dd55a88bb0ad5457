package io.hushgate.rego.ast;

/**
 * A text and the name under which people know it.
 *
 * @param name file name, or "" where there is none (a query typed by hand)
 * @param text the whole text; locations count its UTF-16 units
 */
public record Source(String name, String text) {
    /** A text without name and content, for nodes that nobody wrote. */
    public static final Source NONE = new Source("", "");
}
