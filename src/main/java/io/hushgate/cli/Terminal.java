package io.hushgate.cli;

import java.io.Console;
import java.util.Locale;

/** What sits at the other end of standard output. */
final class Terminal {
    private Terminal() {}

    /** {@link System#console()} exists also where nobody sits; it knows better. */
    @SuppressWarnings("SystemConsoleNull") // the API still says that it may be absent
    static boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Tells whether to colour: on a terminal that can, unless an option or NO_COLOR forbids it. */
    static boolean showsColours(boolean forbidden) {
        boolean asked = !forbidden && System.getenv("NO_COLOR") == null;
        String kind = String.valueOf(System.getenv("TERM")).toLowerCase(Locale.ROOT);
        return asked && !kind.equals("dumb") && isInteractive();
    }
}
