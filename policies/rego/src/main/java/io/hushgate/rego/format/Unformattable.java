package io.hushgate.rego.format;

/**
 * A statement that cannot be laid out without losing or moving a comment; it is then kept as
 * written.
 */
final class Unformattable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unformattable() {
        super("a comment has no place", null, false, false);
    }
}
