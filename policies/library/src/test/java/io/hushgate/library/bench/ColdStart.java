package io.hushgate.library.bench;

import io.hushgate.library.Library;
import io.hushgate.library.PolicyFile;
import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a cold engine does for its first decision: reads the shipped library, compiles all of its
 * checks and asks them about one document of facts. {@code src/bench/cold-start} runs it in fresh
 * processes, with an AOT cache and without, and beside an empty program.
 */
public final class ColdStart {
    private ColdStart() {}

    /** Takes the file of the facts, which become {@code data.estate}; without one does nothing. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            return;
        }
        Value facts = JsonReader.standard().read(Files.readString(Path.of(arguments[0])));
        Library library = Library.shipped();
        Rego rego = Rego.create().withData(library.data().with(RegoString.of("estate"), facts));
        for (PolicyFile file : library.checks()) {
            rego = rego.withModule(file.name(), file.text());
        }
        Program program = rego.compile();
        Value results = program.evaluate(RegoObject.EMPTY).value(Library.CHECKS);
        if (results == null) {
            throw new IllegalStateException("the checks must have an answer");
        }
    }
}
