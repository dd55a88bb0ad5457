package io.hushgate.rego.differential;

import io.hushgate.rego.Program;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** This engine, asked in the same way as {@link Opa}. */
final class Ours {
    private Ours() {}

    /** The document as JSON has it: sets are arrays, keys are strings. */
    static Outcome evaluate(Program program, String document, @Nullable Value input) {
        try {
            Value value = program.evaluate(input).value(document);
            return value == null
                    ? Outcome.UNDEFINED
                    : new Outcome.Defined(
                            JsonReader.standard().read(JsonWriter.COMPACT.write(value)));
        } catch (RegoException e) {
            return new Outcome.Failed(e.errors().getFirst().code().id());
        }
    }
}
