package io.hushgate.report.store;

import java.util.Locale;

/** What a run changed of an issue. */
public enum Change {
    /** Never seen before. */
    NEW,
    /** Was gone or accepted, and is open again. */
    REOPENED,
    /** Was open and still is. */
    OPEN,
    /** Somebody answers for it. */
    ACCEPTED,
    /** Was there and is gone. */
    FIXED,
    /** Was not there and is not. */
    NONE;

    /** The word used in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
