package io.hushgate.cli.policy;

import io.hushgate.cli.policy.input.InputFormat;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option that says what files are read as. */
final class ParserOption {
    @Option(names = "--parser", paramLabel = "FORMAT", description = "What files are read as.")
    private @Nullable String parser;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Reads files in the format that was asked for, else in those that their names say. */
    ConftestFiles files(Predicate<String> ignored, String standardInputName) {
        Optional<InputFormat> format =
                parser == null || parser.isEmpty() ? Optional.empty() : Optional.of(named(parser));
        return new ConftestFiles(format, ignored, System.in, standardInputName);
    }

    private InputFormat named(String id) {
        return InputFormat.named(id)
                .orElseThrow(() ->
                        new ParameterException(
                                spec.commandLine(),
                                "--parser %s: %s".formatted(id, InputFormat.whyNot(id))));
    }
}
