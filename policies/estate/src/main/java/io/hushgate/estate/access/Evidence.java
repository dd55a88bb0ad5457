package io.hushgate.estate.access;

import io.hushgate.estate.fact.Provenance;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;

/**
 * Where it is written that a step can be taken.
 *
 * @param what stands there, such as {@code RoleBinding deployers}
 */
public record Evidence(String what, Provenance at) {

    /** As it stands in every document: what, file, line and column. */
    public RegoObject toValue() {
        return RegoObject.builder()
                .put("what", RegoString.of(what))
                .put("file", RegoString.of(at.file()))
                .put("line", RegoNumber.of(at.line()))
                .put("column", RegoNumber.of(at.column()))
                .build();
    }

    /** The place as people click on it: {@code file:line}. */
    public String place() {
        return at.file() + ":" + at.line();
    }
}
