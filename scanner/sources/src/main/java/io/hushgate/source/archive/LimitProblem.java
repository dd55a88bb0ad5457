package io.hushgate.source.archive;

import io.hushgate.core.Reason;
import java.io.IOException;

/** Nothing more is unpacked of an artifact, because a limit says so. */
public final class LimitProblem extends IOException {
    private final transient Reason reason;
    private boolean told;

    LimitProblem(Reason reason, String what) {
        super(what);
        this.reason = reason;
    }

    /**
     * A decoder that wants more memory than there is. Its own limit is 70 MiB, which several
     * workers may take at once.
     */
    static LimitProblem ofMemory() {
        return new LimitProblem(
                Reason.LIMIT_SIZE,
                "it needs more memory to unpack than there is; unpack it, or scan with --jobs 1");
    }

    /** Which limit. */
    public Reason reason() {
        return reason;
    }

    /** Tells once, to whoever asks first, that nobody has noted it yet. */
    boolean isNews() {
        boolean news = !told;
        told = true;
        return news;
    }
}
