package io.hushgate.cli;

import io.hushgate.config.Configuration;
import io.hushgate.config.ConfigurationReader;
import io.hushgate.core.Limits;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.run.FactsRun;
import io.hushgate.run.FileAccount;
import io.hushgate.source.Workers;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "Prints the facts that policies see as data.estate, as JSON; any Rego "
                    + "engine can judge them.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate facts . > facts.json            what policies see of this work tree",
            "  hushgate facts --limits                  what checks judge by"
        })
final class FactsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "TARGET", description = "As for scan (default: .)")
    private List<String> targets = List.of();

    @Option(names = "--no-ignore", description = "Also files that git ignores.")
    private boolean noIgnore;

    @Option(
            names = "--limits",
            description =
                    "Print the limits and lists that checks judge by, as they are here, in "
                            + "place of the facts: hushgate.yaml in the current directory, or what "
                            + "comes with the checks.")
    private boolean limits;

    @Option(
            names = "--files",
            description =
                    "Print every file with the number of its facts, or why it has none, in "
                            + "place of the facts.")
    private boolean files;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (limits) {
            Path file = Path.of(Configuration.FILE_NAME);
            Configuration own =
                    Files.isRegularFile(file) ? ConfigurationReader.read(file) : Configuration.NONE;
            spec.commandLine().getOut().println(JsonWriter.PRETTY.write(own.effectiveLimits()));
            spec.commandLine().getOut().flush();
            return ExitCode.PASS;
        }
        if (files) {
            return account();
        }
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

    private int account() {
        List<FileAccount> accounts =
                FactsRun.accounts(
                        targets.isEmpty() ? List.of(".") : targets,
                        noIgnore,
                        Workers.available(),
                        Limits.DEFAULT);
        PrintWriter out = spec.commandLine().getOut();
        for (FileAccount file : accounts) {
            String told =
                    file.reason().isEmpty()
                            ? file.facts() + (file.facts() == 1 ? " fact" : " facts")
                            : file.reason();
            out.println(file.address() + ": " + told);
        }
        long read = accounts.stream().filter(file -> file.reason().isEmpty()).count();
        out.println(
                "%d files: %d with facts, %d with a reason why there are none"
                        .formatted(accounts.size(), read, accounts.size() - read));
        out.flush();
        return ExitCode.PASS;
    }
}
