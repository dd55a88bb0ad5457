package io.hushgate.cli.gitleaks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Lines on standard error from a level on, as gitleaks writes them but for the time. */
final class LeakLog {
    private static final List<String> LEVELS =
            List.of("trace", "debug", "info", "warn", "error", "fatal");

    private final PrintStream out;
    private final int level;
    private boolean failed;

    LeakLog(PrintStream out, String level) {
        this.out = out;
        int known = LEVELS.indexOf(level.toLowerCase(Locale.ROOT));
        this.level = known < 0 ? LEVELS.indexOf("info") : known;
    }

    void info(String message) {
        tell("info", "INF", message);
    }

    void warn(String message) {
        tell("warn", "WRN", message);
    }

    /** Something that was asked for could not be done; the run goes on and fails at its end. */
    synchronized void error(String message) {
        failed = true;
        tell("error", "ERR", message);
    }

    synchronized boolean hasFailed() {
        return failed;
    }

    private synchronized void tell(String name, String mark, String message) {
        if (LEVELS.indexOf(name) >= level) {
            out.println(mark + " " + message);
        }
    }
}
