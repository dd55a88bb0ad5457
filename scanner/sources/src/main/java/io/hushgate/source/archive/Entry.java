package io.hushgate.source.archive;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an archive, as it is unpacked. Where it breaks off it ends, so that what came before
 * is looked at as a whole; why is told afterwards.
 */
public final class Entry implements Artifact.Streamed {
    private final Address address;
    private final InputStream content;
    private long done;
    private @Nullable IOException failure;

    /** An entry that begins where the stream is. */
    public Entry(Address address, InputStream content) {
        this.address = address;
        this.content = content;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (failure != null) {
            return -1;
        }
        try {
            int read = content.read(into, offset, length);
            done += Math.max(0, read);
            return read;
        } catch (IOException e) {
            failure = e;
            return -1;
        }
    }

    /** Throws what it broke off with, if it did. */
    public void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** How many bytes came so far. */
    public long bytesRead() {
        return done;
    }
}
