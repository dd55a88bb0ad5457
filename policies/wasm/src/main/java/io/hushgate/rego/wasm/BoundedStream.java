package io.hushgate.rego.wasm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more than so many bytes came out of it. */
final class BoundedStream extends FilterInputStream {
    private final long max;
    private long left;

    BoundedStream(InputStream in, long max) {
        super(in);
        this.max = max;
        this.left = max;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            spend(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            spend(count);
        }
        return count;
    }

    /** Through {@link #read}, so that what is skipped counts. */
    @Override
    public long skip(long count) throws IOException {
        byte[] unwanted = new byte[(int) Math.min(count, 8_192)];
        long skipped = 0;
        while (skipped < count) {
            int wanted = (int) Math.min(unwanted.length, count - skipped);
            int read = read(unwanted, 0, wanted);
            if (read <= 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void spend(long count) throws IOException {
        left -= count;
        if (left < 0) {
            throw new IOException("it unpacks to more than %d bytes".formatted(max));
        }
    }
}
