package io.hushgate.cli;

import io.hushgate.core.Limits;
import io.hushgate.run.FactsRun;
import io.hushgate.source.Workers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the policies see. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the facts that policies see as data.estate, as JSON; any Rego engine can judge them.",
            ""
        })
final class FactsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "TARGET", description = "As for scan (default: .)")
    private List<String> targets = List.of();

    @Option(names = "--no-ignore", description = "Also files that git ignores.")
    private boolean noIgnore;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        FactsRun.Facts facts =
                FactsRun.read(
                        targets.isEmpty() ? List.of(".") : targets,
                        noIgnore,
                        Workers.available(),
                        Limits.DEFAULT);
        spec.commandLine().getOut().print(facts.json());
        spec.commandLine().getOut().flush();
        facts.coverage()
                .skipped()
                .forEach(skip ->
                        spec.commandLine()
                                .getErr()
                                .println("hushgate: " + skip.address() + ": " + skip.detail()));
        spec.commandLine().getErr().flush();
        return facts.coverage().isComplete() ? ExitCode.PASS : ExitCode.INCOMPLETE;
    }
}
