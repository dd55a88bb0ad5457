package io.hushgate.source.archive;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;

/** An artifact in memory, read piece by piece. */
final class InMemoryReading implements Artifact.Streamed {
    private final Artifact.InMemory whole;
    private int at;

    InMemoryReading(Artifact.InMemory whole) {
        this.whole = whole;
        this.at = whole.from();
    }

    @Override
    public Address address() {
        return whole.address();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = Math.min(length, whole.to() - at);
        System.arraycopy(whole.bytes(), at, into, offset, count);
        at += count;
        return count == 0 ? -1 : count;
    }
}
