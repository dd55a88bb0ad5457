package io.hushgate.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure a finding or violation is, from {@link #LOW} up; says nothing about how bad it is. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /**
     * The word used in rules, policies, options and reports: {@code high}, {@code medium}, {@code
     * low}.
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether this is as sure as {@code threshold} or surer. */
    public boolean atLeast(Confidence threshold) {
        return compareTo(threshold) >= 0;
    }

    /** Reads a label, in any case; empty when it is none. */
    public static Optional<Confidence> of(String label) {
        return Arrays.stream(values()).filter(c -> c.label().equalsIgnoreCase(label)).findFirst();
    }
}
