package io.hushgate.rego.builtin.json;

import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;

/**
 * One way in which a document fails its schema.
 *
 * @param kind OPA's name of the failure
 * @param field keys from the root with dots, or {@code (root)}
 */
record SchemaComplaint(String kind, String field, String description) {
    RegoObject toValue() {
        return RegoObject.builder()
                .put("desc", RegoString.of(description))
                .put("error", RegoString.of(field + ": " + description))
                .put("field", RegoString.of(field))
                .put("type", RegoString.of(kind))
                .build();
    }
}
