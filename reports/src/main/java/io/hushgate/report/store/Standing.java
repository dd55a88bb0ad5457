package io.hushgate.report.store;

import io.hushgate.report.recorded.Item;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where an issue stands after a run.
 *
 * @param firstSeen when the run began that saw it first
 * @param lastSeen when the run began that saw it last
 * @param item what was last said of it
 */
public record Standing(
        String target,
        IssueKey key,
        Change change,
        State state,
        Instant firstSeen,
        Instant lastSeen,
        Item item)
        implements Comparable<Standing> {
    private static final Comparator<Standing> ORDER =
            Comparator.comparing(Standing::change)
                    .thenComparing(
                            standing -> standing.item().severity(), Comparator.reverseOrder())
                    .thenComparing(Standing::target)
                    .thenComparing(Standing::key);

    /** New ones first, then worst first. */
    @Override
    public int compareTo(Standing other) {
        return ORDER.compare(this, other);
    }
}
