package io.hushgate.source;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import java.io.IOException;

/** A streamed artifact of which the beginning was read already. */
public final class Prefixed implements Artifact.Streamed {
    private final Artifact.Streamed rest;
    private final byte[] head;
    private final int length;
    private int given;

    public Prefixed(byte[] head, int length, Artifact.Streamed rest) {
        this.head = head;
        this.length = length;
        this.rest = rest;
    }

    @Override
    public Address address() {
        return rest.address();
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (given == length) {
            return rest.read(into, offset, wanted);
        }
        int count = Math.min(wanted, length - given);
        System.arraycopy(head, given, into, offset, count);
        given += count;
        return count;
    }
}
