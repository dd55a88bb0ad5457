package io.hushgate.library.build;

import io.hushgate.library.Library;
import io.hushgate.library.PolicyFile;
import io.hushgate.rego.Precompiled;
import io.hushgate.rego.Rego;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compiles what {@link PackLibrary} has packed, the gate and the checks each for itself, because a
 * cold process needs longer to compile the policies than to read all that they judge. A policy that
 * does not compile fails the build here.
 */
public final class CompileLibrary {
    private CompileLibrary() {}

    /** Takes the directory in which the packed library lies; the images go there as well. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Library library = Library.shipped();
        Files.write(directory.resolve(Library.GATE_IMAGE), image(library.gate()));
        Files.write(directory.resolve(Library.CHECKS_IMAGE), image(library.checks()));
    }

    private static byte[] image(List<PolicyFile> files) {
        Rego rego = Rego.create();
        for (PolicyFile file : files) {
            rego = rego.withModule(file.name(), file.text());
        }
        return Precompiled.image(rego.compile());
    }
}
