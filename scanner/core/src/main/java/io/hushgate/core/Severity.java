package io.hushgate.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How bad a finding or violation is if it is true, from {@link #INFO} up; says nothing about how
 * sure it is.
 */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /**
     * The word used in rules, policies, options and reports: {@code critical}, {@code high}, ...
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether this is as bad as {@code threshold} or worse. */
    public boolean atLeast(Severity threshold) {
        return compareTo(threshold) >= 0;
    }

    /** Reads a label, in any case; empty when it is none. */
    public static Optional<Severity> of(String label) {
        return Arrays.stream(values()).filter(s -> s.label().equalsIgnoreCase(label)).findFirst();
    }
}
