package io.hushgate.core;

import java.util.Comparator;

/** A region of an artifact, as reports show it. */
public record Location(Address address, Region region) implements Comparable<Location> {
    private static final Comparator<Location> ORDER =
            Comparator.comparing(Location::isPast)
                    .thenComparing(location -> location.address().text())
                    .thenComparing(Location::region);

    /** Tells whether this is in a commit or its message, not in something as it is now. */
    public boolean isPast() {
        return address instanceof Address.InCommit
                || address instanceof Address.CommitMessage
                || address instanceof Address.GitObject;
    }

    /**
     * Files as they are now before commits, then by address text and position: the order of every
     * report.
     */
    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** {@code path:line:column}, as terminals and editors make clickable. */
    @Override
    public String toString() {
        return address.text() + ":" + region.startLine() + ":" + region.startColumn();
    }
}
