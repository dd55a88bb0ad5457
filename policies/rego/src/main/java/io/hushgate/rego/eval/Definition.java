package io.hushgate.rego.eval;

import io.hushgate.rego.ast.Location;

/** A rule or function, as error messages name it. */
public interface Definition {
    /** The absolute reference, such as {@code data.app.allow}. */
    String name();

    /** The first of its rules. */
    Location location();
}
