package io.hushgate.rego.compile.name;

/** How a name came into a scope. */
enum Occurrence {
    PARAMETER,
    SEEN,
    ASSIGNED,
    DECLARED
}
