package io.hushgate.report.store;

import java.util.Locale;

/** How the look at a target ended, as a code that audits can count. */
public enum Outcome {
    /** It was looked at; what was left out is in its coverage. */
    LOOKED,
    /** There is nothing at the place, or it did not answer or refused the credentials. */
    UNREACHABLE,
    /** Its configuration, rules, policies or baseline cannot be used. */
    UNUSABLE,
    /** It took longer than its limit. */
    LIMIT_TIME,
    /** It needed more memory than its limit. */
    LIMIT_MEMORY,
    /** The process that looked ended without an answer, twice. */
    CRASHED;

    /** The word used in stores and reports: {@code limit-time}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a label that this program wrote. */
    public static Outcome of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
