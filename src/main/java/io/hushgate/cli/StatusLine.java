package io.hushgate.cli;

import io.hushgate.run.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** One line on a terminal that says how far a long run is, and is gone when the run ends. */
final class StatusLine implements AutoCloseable {
    private static final long FIRST_MILLIS = 700;
    private static final long EVERY_MILLIS = 200;
    private static final String ERASE = "\r\u001b[K";
    private final Thread painter;

    private StatusLine(Thread painter) {
        this.painter = painter;
    }

    /** Starts painting on {@code terminal} after a moment, so that short runs show nothing. */
    static StatusLine start(Progress progress, PrintStream terminal) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("status")
                        .unstarted(() -> paint(progress, terminal));
        thread.start();
        return new StatusLine(thread);
    }

    /** A line that is never painted, where nobody watches. */
    static StatusLine none() {
        return new StatusLine(Thread.ofPlatform().unstarted(() -> {}));
    }

    private static void paint(Progress progress, PrintStream terminal) {
        boolean painted = false;
        try {
            Thread.sleep(FIRST_MILLIS);
            while (true) {
                terminal.print(
                        ERASE
                                + String.format(
                                        Locale.ROOT,
                                        "looked at %,d artifacts, %,d MB",
                                        progress.artifacts(),
                                        progress.bytes() / 1_000_000));
                terminal.flush();
                painted = true;
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            if (painted) {
                terminal.print(ERASE);
                terminal.flush();
            }
        }
    }

    @Override
    public void close() {
        painter.interrupt();
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
