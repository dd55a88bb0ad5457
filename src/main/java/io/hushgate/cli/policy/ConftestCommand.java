package io.hushgate.cli.policy;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the commands that work as conftest's. */
@Command(
        name = "conftest",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Tests files against policies written for conftest, with conftest's "
                    + "flags, outputs and exit codes.",
            "Defaults may stand in conftest.toml and in CONFTEST_... variables.",
            ""
        },
        subcommands = {
            ConftestTestCommand.class,
            ConftestVerifyCommand.class,
            ConftestParseCommand.class
        })
final class ConftestCommand implements Runnable {
    @SuppressWarnings("UnusedVariable") // ConftestDefaults asks the option itself
    @Option(
            names = {"-c", ConftestDefaults.CONFIG_FILE},
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Defaults of options (default: conftest.toml, if there is one).")
    private @Nullable String configuration;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
