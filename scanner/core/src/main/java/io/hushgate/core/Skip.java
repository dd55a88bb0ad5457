package io.hushgate.core;

import java.util.Comparator;

/**
 * Something that was not looked at.
 *
 * @param address in the form of {@link Address#text()}
 * @param detail what happened and what to do about it, one sentence; never content of the artifact
 */
public record Skip(String address, Reason reason, String detail) implements Comparable<Skip> {
    private static final Comparator<Skip> ORDER =
            Comparator.comparing(Skip::address)
                    .thenComparing(Skip::reason)
                    .thenComparing(Skip::detail);

    @Override
    public int compareTo(Skip other) {
        return ORDER.compare(this, other);
    }
}
