package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import java.io.IOException;
import java.io.InputStream;

/** A blob that is inflated piece by piece. */
final class LargeBlob implements Artifact.Streamed {
    private final Address address;
    private final InputStream content;
    private long done;

    LargeBlob(Address address, InputStream content) {
        this.address = address;
        this.content = content;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = content.read(into, offset, length);
        done += Math.max(0, read);
        return read;
    }

    long bytesRead() {
        return done;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
