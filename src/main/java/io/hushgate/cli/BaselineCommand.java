package io.hushgate.cli;

import io.hushgate.core.Limits;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import io.hushgate.report.Amount;
import io.hushgate.run.BaselineRun;
import io.hushgate.run.Progress;
import io.hushgate.run.ScanRequest;
import io.hushgate.run.ScanRequest.Baselines;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import io.hushgate.source.Workers;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accepts what was found, one line each, with a reason, an owner and an end. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Accepts what was found, one line each, with a reason, an owner and an end.",
            ""
        },
        footer = {
            "",
            "Acceptances are matched by what was found, never by its position, and stay visible in reports.",
            "Let git put the lines of two branches together, in .gitattributes:",
            "  hushgate-baseline.jsonl merge=union"
        })
final class BaselineCommand implements Runnable {
    private static final int DAYS = 90;

    @Spec private CommandSpec spec = CommandSpec.create();

    /** What is looked at. */
    static final class Looking {
        @Parameters(
                arity = "0..1",
                paramLabel = "TARGET",
                defaultValue = ".",
                description = "A directory or git work tree (default: here).")
        private String target = ".";

        @Option(names = "--history", description = "Every commit as well.")
        private boolean history;

        @Option(
                names = {"-b", "--baseline"},
                paramLabel = "FILE",
                description =
                        "The baseline (default: hushgate-baseline.jsonl at the target's root).")
        private @Nullable Path baseline;

        @Mixin private ConfigOption config = new ConfigOption();

        BaselineRun run() {
            Baselines file =
                    baseline == null
                            ? new Baselines.OfTarget()
                            : Files.exists(baseline)
                                    ? new Baselines.OfFile(baseline)
                                    : new Baselines.NewFile(baseline);
            return BaselineRun.of(
                    new ScanRequest(
                            List.of(target),
                            history
                                    ? new Extent.History(Optional.empty())
                                    : new Extent.AsItLies(false),
                            EnumSet.allOf(Half.class),
                            config.file(),
                            Optional.empty(),
                            file,
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            false,
                            Workers.available(),
                            Limits.DEFAULT,
                            ScanRequest.Images.ALL),
                    new Progress());
        }
    }

    /** What every new line says. */
    static final class Saying {
        @Option(
                names = "--owner",
                paramLabel = "OWNER",
                required = true,
                description = "Who answers for it: a team or a person.")
        private String owner = "";

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                required = true,
                description = "Why it is accepted.")
        private String reason = "";

        @Option(
                names = "--ticket",
                paramLabel = "TICKET",
                description = "Where that was discussed.")
        private @Nullable String ticket;

        @Option(
                names = "--until",
                paramLabel = "DATE",
                description = "The last day on which it counts (default: in 90 days).")
        private @Nullable LocalDate until;

        Suppression suppression() {
            if (owner.isBlank() || reason.isBlank()) {
                throw new UsageProblem("--owner and --reason: say who and why");
            }
            LocalDate last = until == null ? today().plusDays(DAYS) : until;
            if (last.isBefore(today())) {
                throw new UsageProblem("--until %s: that day is over".formatted(last));
            }
            return new Suppression(reason, owner, Optional.ofNullable(ticket), Optional.of(last));
        }

        private static LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {"Writes a baseline that accepts all that is found now.", ""},
            footer = {
                "",
                "Example:",
                "  hushgate baseline create --owner team-a --reason 'samples of the tests'"
            })
    int create(
            @Mixin Looking looking,
            @ArgGroup(exclusive = false, multiplicity = "1") Saying saying) {
        Suppression suppression = saying.suppression();
        BaselineRun run = looking.run();
        if (Files.exists(run.file())) {
            throw new UsageProblem(
                    run.file() + ": there is one already; use hushgate baseline update");
        }
        return write(run, Optional.of(suppression));
    }

    @Command(
            name = "update",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Removes the lines that nothing needs any more; with --owner and "
                        + "--reason, also accepts what is open now.",
                ""
            },
            footer = {
                "",
                "Examples:",
                "  hushgate baseline update                 without what nothing needs any more",
                "  hushgate baseline update --owner team-a --reason 'told in SEC-12' --until 2027-01-31"
            })
    int update(
            @Mixin Looking looking,
            @ArgGroup(exclusive = false, multiplicity = "0..1") @Nullable Saying saying) {
        Optional<Suppression> suppression = Optional.ofNullable(saying).map(Saying::suppression);
        BaselineRun run = looking.run();
        if (!Files.exists(run.file())) {
            throw new UsageProblem(run.file() + ": there is none; use hushgate baseline create");
        }
        return write(run, suppression);
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Tells which lines are over, accept nothing, are too wide, or cover a "
                        + "value that another one took the place of.",
                "Exit code 1 when there is such a line.",
                ""
            },
            footer = {
                "",
                "Example:",
                "  hushgate baseline check                  in CI, beside the scan"
            })
    int check(@Mixin Looking looking) {
        BaselineRun run = looking.run();
        for (Violation alarm : run.alarms()) {
            out().println(
                            "%s %s: %s. %s"
                                    .formatted(
                                            alarm.location(),
                                            alarm.id(),
                                            alarm.message(),
                                            alarm.remedy()));
        }
        if (run.alarms().isEmpty()) {
            out().println(run.file() + ": " + standing(run));
        }
        out().flush();
        if (!run.report().coverage().isComplete()) {
            return incomplete();
        }
        return run.alarms().isEmpty() ? ExitCode.PASS : ExitCode.SHUT;
    }

    private static String standing(BaselineRun run) {
        return Files.exists(run.file())
                ? Amount.of(run.size(), "acceptance") + ", nothing to complain of"
                : "there is none, so that nothing is accepted";
    }

    private int write(BaselineRun run, Optional<Suppression> suppression) {
        if (!run.report().coverage().isComplete()) {
            return incomplete();
        }
        int lines = run.write(suppression);
        out().println("%s: %s accepted".formatted(run.file(), lines));
        out().flush();
        return ExitCode.PASS;
    }

    private int incomplete() {
        PrintWriter err = spec.commandLine().getErr();
        err.println(
                "hushgate: not everything could be looked at, so nothing was decided; hushgate scan says what");
        err.flush();
        return ExitCode.INCOMPLETE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
