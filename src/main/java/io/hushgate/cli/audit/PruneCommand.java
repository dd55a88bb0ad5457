package io.hushgate.cli.audit;

import io.hushgate.cli.ExitCode;
import io.hushgate.report.store.Access;
import io.hushgate.report.store.Pruning;
import io.hushgate.report.store.Run;
import io.hushgate.report.store.RunReader;
import io.hushgate.report.store.Store;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives up the details of old runs. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = {
            "Gives up the details of old runs: what each look saw.",
            "",
            "What came and went and when stays, and so do all numbers; `audit "
                    + "verify` still holds. The last run is always kept whole.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate audit prune --keep 30           the last 30 runs stay whole",
            "  hushgate audit prune --before 2026-01-31"
        })
final class PruneCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private StoreOption store = new StoreOption();

    /** Which runs are kept whole. */
    static final class Kept {
        @Option(names = "--keep", paramLabel = "N", description = "Keep the last N runs whole.")
        private int runs;

        @Option(
                names = "--before",
                paramLabel = "DATE",
                description = "Keep the runs since that day whole (2026-01-31).")
        private @Nullable LocalDate before;
    }

    @ArgGroup(multiplicity = "1")
    private Kept kept = new Kept();

    @Override
    public Integer call() {
        try (Store opened = store.open(Access.WRITE)) {
            List<Run> runs =
                    RunReader.of(opened).runs().stream()
                            .filter(run -> run.ended().isPresent())
                            .toList();
            PrintWriter out = spec.commandLine().getOut();
            if (runs.isEmpty()) {
                out.println("no run has ended yet");
            } else {
                Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                Pruning pruning = Pruning.before(opened, firstKept(runs), now);
                out.println(
                        "gave up the details of %d looks, and %d items that nothing refers to any more"
                                .formatted(pruning.looks(), pruning.items()));
            }
            out.flush();
            return ExitCode.PASS;
        }
    }

    private long firstKept(List<Run> runs) {
        long last = runs.getLast().number();
        if (kept.before == null) {
            return runs.get(Math.max(0, runs.size() - Math.max(1, kept.runs))).number();
        }
        Instant since = kept.before.atStartOfDay(ZoneOffset.UTC).toInstant();
        return runs.stream()
                .filter(run -> !run.began().isBefore(since))
                .mapToLong(Run::number)
                .findFirst()
                .orElse(last);
    }
}
