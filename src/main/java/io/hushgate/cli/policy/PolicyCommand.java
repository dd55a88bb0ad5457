package io.hushgate.cli.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the Rego tools. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Evaluates, tests, checks, formats and measures Rego, with opa's flags "
                    + "and exit codes; tests files against policies with conftest's.",
            ""
        },
        subcommands = {
            EvalCommand.class,
            TestCommand.class,
            CheckCommand.class,
            FmtCommand.class,
            ConftestCommand.class,
            BenchCommand.class,
            CapabilitiesCommand.class
        })
public final class PolicyCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
