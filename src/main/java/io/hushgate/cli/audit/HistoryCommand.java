package io.hushgate.cli.audit;

import io.hushgate.cli.ExitCode;
import io.hushgate.report.Amount;
import io.hushgate.report.history.AuditRun;
import io.hushgate.report.store.Access;
import io.hushgate.report.store.AuditReader;
import io.hushgate.report.store.Chronicle;
import io.hushgate.report.store.Metrics;
import io.hushgate.report.store.Run;
import io.hushgate.report.store.RunReader;
import io.hushgate.report.store.Spread;
import io.hushgate.report.store.Store;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells of the runs of a store. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists the runs and tells how well secrets are kept; with --issues "
                    + "also what is open after the last of them: since when, and whose it "
                    + "is.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate audit history --issues          runs, metrics, and what is open",
            "  hushgate audit history --from 2026-01-01 --json"
        })
final class HistoryCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private StoreOption store = new StoreOption();

    @Mixin private Window window = new Window();

    @Option(names = "--issues", description = "Each issue as well.")
    private boolean issues;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        try (Store opened = store.open(Access.READ)) {
            RunReader reader = RunReader.of(opened);
            List<Run> runs = reader.runs();
            List<Long> numbers = window.of(runs);
            long last = numbers.getLast();
            Chronicle chronicle = Chronicle.upTo(opened, last);
            List<AuditRun> points = new AuditReader(opened, chronicle).history(numbers).runs();
            Metrics metrics = Metrics.of(chronicle, numbers);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(HistoryJson.write(points, metrics, reader.standings(chronicle, last)));
            } else {
                points.forEach(point -> line(out, point));
                metrics(out, metrics);
                if (issues) {
                    Run run =
                            runs.stream()
                                    .filter(known -> known.number() == last)
                                    .findFirst()
                                    .orElseThrow();
                    out.println();
                    RunText.write(
                            out, run, reader.looks(last), reader.standings(chronicle, last), true);
                }
            }
            out.flush();
            return ExitCode.PASS;
        }
    }

    private static void line(PrintWriter out, AuditRun run) {
        out.println(
                "run %s  %s  %d of %d targets whole  %d open, %d accepted  +%d new +%d reopened -%d fixed  %s in %s"
                        .formatted(
                                run.id(),
                                run.time(),
                                run.reached().targets() - run.reached().incomplete(),
                                run.reached().targets(),
                                run.total(),
                                run.accepted(),
                                run.changes().fresh(),
                                run.changes().reopened(),
                                run.changes().fixed(),
                                Amount.of(run.surface().secrets(), "secret"),
                                Amount.of(run.surface().places(), "place")));
    }

    private static void metrics(PrintWriter out, Metrics metrics) {
        out.println();
        out.println(
                "rotation          %d of %d contained credentials were replaced%s; %d were live"
                        .formatted(
                                metrics.rotated(),
                                metrics.contained(),
                                metrics.rotationRate()
                                        .map(rate -> " (%d %%)".formatted(Math.round(100 * rate)))
                                        .orElse(""),
                                metrics.leaks()));
        out.println(
                "access violations %d new, %d open"
                        .formatted(metrics.newAccessViolations(), metrics.openAccessViolations()));
        out.println("time to detect    " + text(metrics.timeToDetect()));
        out.println("time to contain   " + text(metrics.timeToContain()));
    }

    private static String text(Spread spread) {
        return spread.count() == 0
                ? "nothing to measure yet"
                : "median %s, nine of ten within %s, of %d"
                        .formatted(days(spread.median()), days(spread.ninth()), spread.count());
    }

    private static String days(Optional<Duration> time) {
        Duration duration = time.orElse(Duration.ZERO);
        return duration.toDays() > 0
                ? "%d d %d h".formatted(duration.toDays(), duration.toHoursPart())
                : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
