package io.hushgate.source.archive;

import io.hushgate.core.Limits;
import io.hushgate.core.Reason;

/**
 * What one artifact may cost to unpack, with everything nested in it: bytes, entries, time. For one
 * thread.
 */
public final class Budget {
    /** So much may come out of anything. */
    private static final long FREE_BYTES = 256L << 20;

    private final Limits limits;
    private final long deadline;
    private long packed;
    private long unpacked;
    private int entries;

    /**
     * A full budget.
     *
     * @param deadline of the run, in the terms of {@link System#nanoTime}
     */
    public Budget(Limits limits, long deadline) {
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Counts bytes of the artifact itself. */
    void packed(long bytes) {
        packed += bytes;
    }

    /** Counts bytes that came out of it, at any depth. */
    void unpacked(long bytes) throws LimitProblem {
        unpacked += bytes;
        if (unpacked > FREE_BYTES && unpacked / limits.maxExpansion() > packed) {
            throw new LimitProblem(
                    Reason.LIMIT_RATIO,
                    "it expands to more than %d times its size; unpack it by hand if it is not meant to harm"
                            .formatted(limits.maxExpansion()));
        }
        if (unpacked > limits.maxArtifactBytes()) {
            throw new LimitProblem(
                    Reason.LIMIT_SIZE,
                    "more than %d bytes came out of it; unpack it and scan the directory"
                            .formatted(limits.maxArtifactBytes()));
        }
        checkTime();
    }

    /** Counts an entry. */
    public void entry() throws LimitProblem {
        if (++entries > limits.maxEntries()) {
            throw new LimitProblem(
                    Reason.LIMIT_ENTRIES,
                    "it has more than %d entries; unpack it and scan the directory"
                            .formatted(limits.maxEntries()));
        }
        checkTime();
    }

    private void checkTime() throws LimitProblem {
        if (System.nanoTime() - deadline > 0) {
            throw new LimitProblem(
                    Reason.LIMIT_TIME, "the time of the run was up; raise --timeout");
        }
    }
}
