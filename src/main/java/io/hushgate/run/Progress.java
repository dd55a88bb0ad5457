package io.hushgate.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * How far a run is: counted by the workers, read by whoever shows it; and afterwards, how long its
 * parts took.
 */
public final class Progress {
    private final LongAdder artifacts = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final List<Lap> laps = new ArrayList<>();
    private long last = System.nanoTime();

    /** A part of the run and the wall time it took. */
    public record Lap(String part, long nanos) {}

    void looked(long moreBytes) {
        artifacts.increment();
        bytes.add(moreBytes);
    }

    /** Ends a part; for the thread of the run alone. */
    void lap(String part) {
        long now = System.nanoTime();
        laps.add(new Lap(part, now - last));
        last = now;
    }

    /** Artifacts looked at so far. */
    public long artifacts() {
        return artifacts.sum();
    }

    /** Bytes looked at so far. */
    public long bytes() {
        return bytes.sum();
    }

    /** The parts of the run, in their order; for after the run. */
    public List<Lap> laps() {
        return List.copyOf(laps);
    }
}
