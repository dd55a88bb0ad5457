package io.hushgate.cli;

import io.hushgate.run.Progress;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Where the time of this process went, on standard error, when {@code -Dhushgate.timings=true} asks
 * for it.
 */
final class Timings {
    private Timings() {}

    /** Tells the parts of a run that began at {@code begunMillis}. */
    static void tell(long begunMillis, Progress progress) {
        if (!Boolean.getBoolean("hushgate.timings")) {
            return;
        }
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        long end = System.currentTimeMillis();
        line("JVM and command line", (double) (begunMillis - start));
        double told = 0;
        for (Progress.Lap lap : progress.laps()) {
            line(lap.part(), lap.nanos() / 1e6);
            told += lap.nanos() / 1e6;
        }
        line("report", end - begunMillis - told);
    }

    private static void line(String part, double millis) {
        System.err.println(String.format(Locale.ROOT, "%-24s %8.1f ms", part, millis));
    }
}
