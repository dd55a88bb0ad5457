package io.hushgate.rego.compile.type;

/** A JSON schema that no type can be made of; the message says why, in OPA's words. */
final class SchemaProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    SchemaProblem(String message) {
        super(message);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
