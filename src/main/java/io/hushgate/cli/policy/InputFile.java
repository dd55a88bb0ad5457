package io.hushgate.cli.policy;

import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.value.YamlProblem;
import io.hushgate.rego.value.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that name the input of a query. */
final class InputFile {
    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description = "The input, JSON or YAML.")
    private @Nullable Path file;

    @Option(
            names = {"-I", "--stdin-input"},
            description = "The input from standard input, JSON or YAML.")
    private boolean standardInput;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The input; null when none is named. */
    @Nullable Value read() {
        if (standardInput && file != null) {
            throw problem("--input and --stdin-input: choose one");
        }
        try {
            if (standardInput) {
                byte[] bytes = System.in.readAllBytes();
                return document(new String(bytes, StandardCharsets.UTF_8));
            }
            if (file == null) {
                return null;
            }
            String text = Files.readString(file);
            return document(text);
        } catch (IOException e) {
            throw problem(file + ": the input cannot be read; check the path");
        } catch (JsonProblem | YamlProblem e) {
            throw problem(
                    "%s: %s".formatted(file == null ? "standard input" : file, e.getMessage()));
        }
    }

    /** JSON is also YAML, but read several times faster as what it is. */
    private static Value document(String text) {
        try {
            return JsonReader.standard().read(text);
        } catch (JsonProblem notJson) {
            try {
                return YamlReader.read(text);
            } catch (YamlProblem notYaml) {
                throw text.stripLeading().startsWith("{") ? notJson : notYaml;
            }
        }
    }

    private ParameterException problem(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
