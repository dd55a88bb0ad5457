package io.hushgate.rego.syntax;

/**
 * Leaves a production that cannot go on. The error itself is already in {@link TokenStream};
 * whoever tries another production catches this and goes back.
 */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure() {
        // no stack trace: this is control flow, and it happens at every fork of the grammar
        super("syntax error", null, false, false);
    }
}
