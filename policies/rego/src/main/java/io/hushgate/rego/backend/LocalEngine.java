package io.hushgate.rego.backend;

import io.hushgate.rego.Program;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * This engine, in the same process. Limits and permissions are those of the program's settings.
 *
 * <p>Answers go through JSON, as those of the others do; who wants sets as sets asks the {@link
 * Program} itself.
 */
public final class LocalEngine implements DecisionEngine {
    private final Program program;

    public LocalEngine(Program program) {
        this.program = program;
    }

    @Override
    public Optional<Value> decide(DocumentPath document, @Nullable Value input) {
        List<Value> path = document.keys().stream().<Value>map(RegoString::of).toList();
        try {
            return Optional.ofNullable(program.evaluate(input).value(path))
                    .map(value -> JsonReader.standard().read(JsonWriter.COMPACT.write(value)));
        } catch (RegoException e) {
            throw new DecisionProblem(document.toString(), String.valueOf(e.getMessage()), e);
        } catch (JsonProblem e) {
            throw new DecisionProblem(
                    document.toString(),
                    "the value exceeds the limits of JSON texts (%s); make it flatter or smaller"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Holds nothing that needs to be let go. */
    @Override
    public void close() {}
}
