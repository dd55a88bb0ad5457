package io.hushgate.cli;

import io.hushgate.run.Progress;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the wall time of this process went: each part one after the other, from the start of the
 * JVM to the end of the report. Work beside it, as that of the gate's compiler, counts where it was
 * waited for.
 */
final class Timings {
    private final long begunMillis = System.currentTimeMillis();
    private final Progress progress;

    /** Starts where the command line is understood and the run begins. */
    Timings(Progress progress) {
        this.progress = progress;
    }

    /** Tells the parts and their shares, when the report was written. */
    void tell(PrintStream out) {
        long end = System.currentTimeMillis();
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("JVM and command line", begunMillis - start));
        double told = 0;
        for (Progress.Lap lap : progress.laps()) {
            double millis = lap.nanos() / 1e6;
            parts.add(new Part(lap.part(), millis));
            told += millis;
        }
        parts.add(new Part("report", Math.max(0, end - begunMillis - told)));
        double total = parts.stream().mapToDouble(Part::millis).sum();
        parts.forEach(part -> out.println(part.line(total)));
        out.println(new Part("total", total).line(total));
    }

    private record Part(String name, double millis) {
        String line(double total) {
            return String.format(
                    Locale.ROOT, "%-24s %9.1f ms %4.0f %%", name, millis, 100 * millis / total);
        }
    }
}
