package io.hushgate.report.store;

import java.util.Locale;

/** The two things an audit follows over time. */
public enum Kind {
    /** A leaked credential; its identity is the keyed fingerprint of the value. */
    LEAK,
    /** A policy's complaint; its identity is a hash of check, file and message. */
    VIOLATION;

    /** The word used in stores and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a label that this program wrote. */
    public static Kind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
