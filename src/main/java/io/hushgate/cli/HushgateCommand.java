package io.hushgate.cli;

import io.hushgate.cli.access.AccessCommand;
import io.hushgate.cli.audit.AuditCommand;
import io.hushgate.cli.gitleaks.DetectCommand;
import io.hushgate.cli.gitleaks.DirCommand;
import io.hushgate.cli.gitleaks.GitCommand;
import io.hushgate.cli.gitleaks.ProtectCommand;
import io.hushgate.cli.gitleaks.StdinCommand;
import io.hushgate.cli.policy.PolicyCommand;
import io.hushgate.cli.shell.CompletionCommand;
import io.hushgate.cli.shell.ManualCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of all commands; alone it shows how to begin. */
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
        },
        subcommands = {
            ScanCommand.class,
            RedactCommand.class,
            WhyCommand.class,
            BaselineCommand.class,
            AuditCommand.class,
            FactsCommand.class,
            AccessCommand.class,
            RenderCommand.class,
            PolicyCommand.class,
            RulesCommand.class,
            HookCommand.class,
            GitCommand.class,
            DirCommand.class,
            StdinCommand.class,
            DetectCommand.class,
            ProtectCommand.class,
            CompletionCommand.class,
            ManualCommand.class,
            CommandLine.HelpCommand.class
        })
final class HushgateCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
