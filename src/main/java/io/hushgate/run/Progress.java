package io.hushgate.run;

import java.util.concurrent.atomic.LongAdder;

/** How far a run is; counted by the workers, read by whoever shows it. */
public final class Progress {
    private final LongAdder artifacts = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void looked(long moreBytes) {
        artifacts.increment();
        bytes.add(moreBytes);
    }

    /** Artifacts looked at so far. */
    public long artifacts() {
        return artifacts.sum();
    }

    /** Bytes looked at so far. */
    public long bytes() {
        return bytes.sum();
    }
}
