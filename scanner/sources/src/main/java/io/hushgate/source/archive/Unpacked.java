package io.hushgate.source.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of a decoder, counted against a budget. A decoder that trips over hostile bytes
 * with an exception of another kind is taken to say that they are damaged.
 */
final class Unpacked extends FilterInputStream {
    private final int most;
    private final Budget budget;

    /**
     * Counts.
     *
     * @param most how many bytes the decoder is asked for at once
     */
    Unpacked(InputStream decoder, int most, Budget budget) {
        super(decoder);
        this.most = most;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int got;
        try {
            got = in.read(into, offset, Math.min(length, most));
        } catch (RuntimeException e) {
            throw new IOException("damaged beyond its decoder's understanding", e);
        } catch (OutOfMemoryError e) {
            throw LimitProblem.ofMemory();
        }
        if (got == 0) {
            throw new IOException("a decoder that gives nothing and no end");
        }
        budget.unpacked(Math.max(0, got));
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] gone = new byte[(int) Math.min(bytes, 8192)];
        return Math.max(0, read(gone, 0, gone.length));
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
