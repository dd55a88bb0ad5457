package io.hushgate.cli.policy;

import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.RegoException;
import java.io.PrintWriter;
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
        description = {"Compiles policies and tells everything that is wrong with them.", ""})
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<String> paths = List.of();

    @Option(
            names = {"-S", "--strict"},
            description = "Also unused variables and imports, and deprecated built-ins.")
    private boolean strict;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "pretty|json",
            description = "How errors are told (default: pretty).")
    private String format = "pretty";

    @Mixin private RegoFiles files = new RegoFiles();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return Failures.guarded(
                err,
                1,
                () -> {
                    try {
                        Rego rego = files.load(paths);
                        rego.withOptions(rego.options().withStrict(strict)).compile();
                        return 0;
                    } catch (RegoException e) {
                        err.println(
                                format.equals("json")
                                        ? Failures.json(e.errors())
                                        : Failures.text(e.errors()));
                        err.flush();
                        return 1;
                    }
                });
    }
}
