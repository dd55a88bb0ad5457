package io.hushgate.source;

import io.hushgate.core.Address;
import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what the workers of one source looked at and what they could not. Safe for use by any
 * number of threads.
 */
public final class CoverageLog {
    /**
     * Named skips of one reason. A partial clone lacks a hundred thousand blobs, and nobody reads
     * the second thousand; which ones are kept depends on their addresses, never on timing.
     */
    private static final int NAMED_PER_REASON = 1_000;

    private final Map<Reason, Kept> skipped = new EnumMap<>(Reason.class);
    private long artifacts;
    private long bytes;
    private long commits;

    /** Counts artifacts that were read to their end, and their bytes. */
    public synchronized void looked(long moreArtifacts, long moreBytes) {
        artifacts += moreArtifacts;
        bytes += moreBytes;
    }

    /** Counts commits that were walked. */
    public synchronized void walked(long moreCommits) {
        commits += moreCommits;
    }

    /** Notes something that was not looked at. */
    public void skip(Address address, Reason reason, String detail) {
        skip(new Skip(address.text(), reason, detail));
    }

    /** Notes something that was not looked at. */
    public synchronized void skip(Skip skip) {
        skipped.computeIfAbsent(skip.reason(), _ -> new Kept()).add(skip);
    }

    /** Takes over what another log was told. */
    public synchronized void add(CoverageLog other) {
        synchronized (other) {
            looked(other.artifacts, other.bytes);
            walked(other.commits);
            other.skipped.forEach(
                    (reason, kept) -> skipped.computeIfAbsent(reason, _ -> new Kept()).add(kept));
        }
    }

    /** What was noted so far. */
    public synchronized Coverage coverage() {
        List<Skip> all = new ArrayList<>();
        skipped.forEach((reason, kept) -> kept.copyInto(all, reason));
        return new Coverage(artifacts, bytes, commits, all);
    }

    /** The smallest skips of one reason, and how many there were. */
    private static final class Kept {
        private final java.util.TreeSet<Skip> smallest = new java.util.TreeSet<>();
        private long left;

        void add(Skip skip) {
            if (smallest.add(skip) && smallest.size() > NAMED_PER_REASON) {
                smallest.pollLast();
                left++;
            }
        }

        void add(Kept other) {
            other.smallest.forEach(this::add);
            left += other.left;
        }

        void copyInto(List<Skip> all, Reason reason) {
            all.addAll(smallest);
            if (left > 0) {
                all.add(new Skip("and %d more".formatted(left), reason, "not named one by one"));
            }
        }
    }
}
