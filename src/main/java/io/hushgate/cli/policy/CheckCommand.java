package io.hushgate.cli.policy;

import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles policies and tells everything that is wrong with them, as {@code opa check} does. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compiles policies and tells everything that is wrong with them.",
            "",
            "Exit codes: 0; 1 when something is wrong.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate policy check policy/            everything below a directory",
            "  hushgate policy check --strict policy/app.rego"
        })
final class CheckCommand implements Callable<Integer> {
    /** How errors are told. */
    enum Format {
        PRETTY,
        JSON
    }

    private static final int WRONG = 1;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<String> paths = List.of();

    @Mixin private AsBundlesOption asBundles = new AsBundlesOption();

    @Option(
            names = {"-S", "--strict"},
            description = "Also unused variables and imports, and deprecated built-ins.")
    private boolean strict;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "pretty|json",
            description = "How errors are told (default: pretty).")
    private Format format = Format.PRETTY;

    @Option(
            names = {"-m", "--max-errors"},
            paramLabel = "N",
            description = "How many errors are told, 0 for all (default: 10).")
    private int maxErrors = 10;

    @Mixin private RegoFiles files = new RegoFiles();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return switch (format) {
            case PRETTY -> Failures.guarded(err, WRONG, this::check);
            case JSON -> Failures.guardedAsJson(err, WRONG, this::check);
        };
    }

    private int check() {
        try {
            List<Path> bundles =
                    asBundles.given() ? paths.stream().map(Path::of).toList() : List.of();
            Rego rego = files.load(asBundles.given() ? List.of() : paths, bundles, new Metrics());
            rego.withOptions(rego.options().withStrict(strict)).compile();
            return 0;
        } catch (RegoException e) {
            throw maxErrors <= 0 || e.errors().size() <= maxErrors ? e : first(e);
        }
    }

    /** As in OPA, one more says that there are more. */
    private RegoException first(RegoException all) {
        List<RegoError> errors = new ArrayList<>(all.errors().subList(0, maxErrors));
        errors.add(new RegoError(ErrorCode.COMPILE, "error limit reached", Location.NONE));
        return new RegoException(errors);
    }
}
