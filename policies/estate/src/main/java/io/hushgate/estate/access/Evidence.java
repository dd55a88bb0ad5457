package io.hushgate.estate.access;

import io.hushgate.estate.fact.Provenance;

/**
 * Where it is written that a step can be taken.
 *
 * @param what stands there, such as {@code RoleBinding deployers}
 */
public record Evidence(String what, Provenance at) {

    /** The place as people click on it: {@code file:line}. */
    public String place() {
        return at.file() + ":" + at.line();
    }
}
