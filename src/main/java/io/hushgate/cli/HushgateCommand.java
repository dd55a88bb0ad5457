package io.hushgate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of all {@link Commands}; alone it shows how to begin. */
@Command(
        name = "hushgate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds leaked credentials, judges who may reach secrets, shuts the gate.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Begin with:",
            "  hushgate scan .               leaks and policies of a work tree",
            "  hushgate scan --staged        what the next commit would add",
            "  hushgate scan --history       every commit that any ref reaches",
            "",
            "Exit codes: 0 open, 1 shut, 2 usage or configuration, 3 incomplete."
        })
final class HushgateCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
