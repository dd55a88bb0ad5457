package io.hushgate.library.bench;

import io.hushgate.library.Library;
import io.hushgate.library.PolicyFile;
import io.hushgate.rego.Evaluation;
import io.hushgate.rego.Rego;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a cold engine does for its first decision: reads the shipped library and asks all of its
 * checks about one document of facts. {@code src/bench/cold-start} runs it in fresh processes, with
 * an AOT cache, and beside an empty program.
 */
public final class ColdStart {
    private ColdStart() {}

    /**
     * Does nothing at all without arguments.
     *
     * @param arguments {@code image} for the compiled library or {@code text} for its sources, and
     *     the file of the facts, which become {@code data.estate}
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            return;
        }
        Value facts = JsonReader.standard().read(Files.readAllBytes(Path.of(arguments[1])));
        Evaluation evaluation = arguments[0].equals("image") ? image(facts) : text(facts);
        if (evaluation.value(Library.CHECKS) == null) {
            throw new IllegalStateException("the checks must have an answer");
        }
    }

    private static Evaluation image(Value facts) {
        return Library.compiledChecks()
                .withData(data(Library.shipped(), facts))
                .evaluate(RegoObject.EMPTY);
    }

    private static Evaluation text(Value facts) {
        Library library = Library.shipped();
        Rego rego = Rego.create().withData(data(library, facts));
        for (PolicyFile file : library.checks()) {
            rego = rego.withModule(file.name(), file.text());
        }
        return rego.compile().evaluate(RegoObject.EMPTY);
    }

    private static RegoObject data(Library library, Value facts) {
        return library.data().with(RegoString.of("estate"), facts);
    }
}
