package io.hushgate.rego.differential;

import io.hushgate.rego.value.Value;

/** What an engine makes of a document. */
sealed interface Outcome {
    Outcome UNDEFINED = new Undefined();

    /** The value, as JSON. */
    record Defined(Value json) implements Outcome {}

    /** No value. */
    record Undefined() implements Outcome {}

    /** An error of a code. */
    record Failed(String code) implements Outcome {}
}
