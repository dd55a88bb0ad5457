package io.hushgate.cli.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the commands that work as conftest's. */
@Command(
        name = "conftest",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Tests files against policies written for conftest, with conftest's flags,",
            "outputs and exit codes. Defaults may stand in conftest.toml and in CONFTEST_... variables.",
            ""
        },
        subcommands = {
            ConftestTestCommand.class,
            ConftestVerifyCommand.class,
            ConftestParseCommand.class
        })
final class ConftestCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
