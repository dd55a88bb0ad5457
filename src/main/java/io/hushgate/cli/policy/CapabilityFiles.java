package io.hushgate.cli.policy;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.builtin.Capabilities;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads capabilities files that a command line names. */
final class CapabilityFiles {
    private static final Pattern VERSION = Pattern.compile("v?[0-9]+\\.[0-9]+\\.[0-9]+.*");

    private CapabilityFiles() {}

    static Capabilities read(String name, CommandLine line) {
        Path file = Path.of(name);
        if (!Files.exists(file) && VERSION.matcher(name).matches()) {
            throw new ParameterException(
                    line,
                    "--capabilities %1$s: only files are known here; write one with opa capabilities --version %1$s"
                            .formatted(name));
        }
        try {
            return withAssignment(
                    Capabilities.read(JsonReader.standard().read(Files.readString(file))));
        } catch (IOException e) {
            throw new ParameterException(
                    line, "--capabilities %s: cannot be read; check the path".formatted(name));
        } catch (JsonProblem | IllegalArgumentException e) {
            throw new ParameterException(
                    line,
                    "--capabilities %s: %s; opa capabilities writes such a file"
                            .formatted(name, e.getMessage()));
        }
    }

    /** {@code :=} is syntax in OPA, here a call of a function that such files need not name. */
    private static Capabilities withAssignment(Capabilities read) {
        Builtin assign = Objects.requireNonNull(Builtins.standard().find("assign"));
        return new Capabilities(
                read.builtins().with(assign), read.futureKeywords(), read.features());
    }
}
