package io.hushgate.core.match;

import io.hushgate.core.Artifact;
import java.io.IOException;

/** A streamed artifact up to a number of bytes. */
final class BoundedInput implements ByteInput {
    private final Artifact.Streamed artifact;
    private final long limit;
    private long count;
    private boolean cut;

    BoundedInput(Artifact.Streamed artifact, long limit) {
        this.artifact = artifact;
        this.limit = limit;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (count == limit) {
            cut = cut || artifact.read(new byte[1], 0, 1) > 0;
            return -1;
        }
        int n = artifact.read(into, offset, (int) Math.min(length, limit - count));
        count += Math.max(n, 0);
        return n;
    }

    /** How many bytes were read. */
    long count() {
        return count;
    }

    /** Tells whether there was more. */
    boolean isCut() {
        return cut;
    }
}
