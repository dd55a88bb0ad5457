package io.hushgate.cli.audit;

import io.hushgate.cli.UsageProblem;
import io.hushgate.report.store.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runs are told of: up to one, or those of some days; all without a word. */
final class Window {
    @Option(
            names = "--run",
            paramLabel = "N",
            description = "Up to this run (default: the last one).")
    private @Nullable Long run;

    @Option(names = "--from", paramLabel = "DATE", description = "Runs since this day, 2026-01-31.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Runs up to this day.")
    private @Nullable LocalDate to;

    /** The numbers of the runs, the oldest first; at least one. */
    List<Long> of(List<Run> runs) {
        if (run != null && to != null) {
            throw new UsageProblem("--run and --to both say where it ends; keep one");
        }
        if (run != null && runs.stream().noneMatch(known -> known.number() == run)) {
            throw new UsageProblem(
                    "--run %d: there is no such run; `hushgate audit history` lists them"
                            .formatted(run));
        }
        List<Long> numbers =
                runs.stream()
                        .filter(known -> run == null || known.number() <= run)
                        .filter(known -> from == null || !known.began().isBefore(start(from)))
                        .filter(known ->
                                to == null || known.began().isBefore(start(to.plusDays(1))))
                        .map(Run::number)
                        .toList();
        if (numbers.isEmpty()) {
            throw new UsageProblem(
                    "no run began in these days; `hushgate audit history` lists them all");
        }
        return numbers;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
