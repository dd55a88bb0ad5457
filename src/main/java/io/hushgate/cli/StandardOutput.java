package io.hushgate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of a command when what it prints goes nowhere. */
final class StandardOutput {
    private StandardOutput() {}

    /** Tells whether whoever read is gone, as {@code head} goes: that is no failure of ours. */
    static boolean isAbandoned(Exception problem) {
        for (@Nullable Throwable each = problem; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
            if (each instanceof IOException && message.contains("broken pipe")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The exit code of a command that has printed: its own, or a failure when {@link System#out},
     * which swallows problems, could not write all of it and somebody waits for it.
     */
    static int settled(int code, PrintWriter err) {
        if (!System.out.checkError()) {
            return code;
        }
        try {
            new FileOutputStream(FileDescriptor.out).write('\n'); // why, the stream does not say
        } catch (IOException e) {
            if (isAbandoned(e)) {
                return code;
            }
        }
        err.println("hushgate: standard output cannot be written; is the disk full?");
        err.flush();
        return ExitCode.USAGE;
    }
}
