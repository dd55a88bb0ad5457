package io.hushgate.report.store;

import java.util.Locale;

/** How an issue was at the end of a look, from bad to good. */
public enum State {
    /** In files, images or logs as they are now. */
    LIVE,
    /** Out of the files, but still in the repository's past. */
    PAST,
    /** Its place could not be looked at, so nothing says that it is gone. */
    UNSEEN,
    /** Somebody accepted it, with a reason. */
    ACCEPTED,
    /** Looked for and not there any more. */
    GONE;

    /** The word used in stores and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a label that this program wrote. */
    public static State of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Tells whether somebody has to do something about it. */
    public boolean isOpen() {
        return this == LIVE || this == PAST || this == UNSEEN;
    }
}
