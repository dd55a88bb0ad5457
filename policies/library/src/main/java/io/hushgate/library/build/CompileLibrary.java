package io.hushgate.library.build;

import io.hushgate.library.CheckIndex;
import io.hushgate.library.Library;
import io.hushgate.library.PolicyFile;
import io.hushgate.rego.Precompiled;
import io.hushgate.rego.Rego;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compiles what {@link PackLibrary} has packed, the gate and the checks each for itself, and joins
 * their data, because a cold process needs longer for the policies than for all that they judge. A
 * policy that does not compile fails the build here.
 */
public final class CompileLibrary {
    private CompileLibrary() {}

    /** Takes the directory in which the packed library lies; the images go there as well. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Library library = Library.shipped();
        Files.writeString(directory.resolve(Library.DATA), JsonWriter.COMPACT.write(data(library)));
        Files.write(directory.resolve(Library.GATE_IMAGE), image(library.gate()));
        Files.write(directory.resolve(Library.CHECKS_IMAGE), image(library.checks()));
        Files.write(directory.resolve(Library.CHECK_INDEX), CheckIndex.write(library.checkFiles()));
    }

    private static byte[] image(List<PolicyFile> files) {
        Rego rego = Rego.create();
        for (PolicyFile file : files) {
            rego = rego.withModule(file.name(), file.text());
        }
        return Precompiled.image(rego.compile());
    }

    /** All data in one document: a file lies where its directory says. */
    private static RegoObject data(Library library) {
        RegoObject data = RegoObject.EMPTY;
        for (PolicyFile file : library.dataFiles()) {
            List<String> path = List.of(file.name().split("/", -1));
            Value content = JsonReader.standard().read(file.text());
            data = place(data, path.subList(0, path.size() - 1), content);
        }
        return data;
    }

    private static RegoObject place(RegoObject data, List<String> path, Value value) {
        RegoString key = RegoString.of(path.getFirst());
        if (path.size() == 1) {
            return data.with(key, value);
        }
        RegoObject inner = data.get(key) instanceof RegoObject object ? object : RegoObject.EMPTY;
        return data.with(key, place(inner, path.subList(1, path.size()), value));
    }
}
