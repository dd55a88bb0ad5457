package io.hushgate.rego.annotation;

import io.hushgate.rego.ast.Location;

/** A block that cannot be understood; never leaves this package. */
final class MetadataProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Location location;

    MetadataProblem(Location location, String message) {
        super(message, null, false, false);
        this.location = location;
    }

    Location location() {
        return location;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
