package io.hushgate.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Audits of many targets, with a memory. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Audits many targets, and remembers what came and went.", ""},
        footer = {
            "",
            "Examples:",
            "  hushgate audit run inventory.yaml            look at every target; again, to go on where it stopped",
            "  hushgate audit history                       runs, and how well secrets are kept",
            "  hushgate audit report -f html=audit.html     one page of the last run",
            "  hushgate audit verify --expect HASH          was anything changed since?",
            "",
            "The store is a file of SQLite (hushgate-audit.db), or PostgreSQL. It holds no secret."
        },
        subcommands = {
            RunCommand.class,
            HistoryCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            PruneCommand.class,
            WorkCommand.class
        })
public final class AuditCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
