package io.hushgate.source.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers the end of a zip, where the record stands that says that it is all there. */
final class ZipTail extends FilterInputStream {
    /** The record of the end, and a comment of the longest. */
    private static final int BYTES = 22 + 0xffff;

    /**
     * Twice as much as counts, so that the older half is dropped once in a while and not each time.
     */
    private final byte[] tail = new byte[2 * BYTES];

    private int length;

    ZipTail(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        int got = in.read(into, offset, wanted);
        int fresh = Math.min(got, BYTES);
        if (fresh > 0) {
            if (length + fresh > tail.length) {
                int kept = Math.min(length, BYTES);
                System.arraycopy(tail, length - kept, tail, 0, kept);
                length = kept;
            }
            System.arraycopy(into, offset + got - fresh, tail, length, fresh);
            length += fresh;
        }
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] gone = new byte[(int) Math.min(bytes, 8192)];
        return Math.max(0, read(gone, 0, gone.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left, and tells whether the end was among it. */
    boolean hasEnd() throws IOException {
        byte[] gone = new byte[8192];
        while (read(gone, 0, gone.length) >= 0) {
            // only the tail counts
        }
        for (int i = length - 22; i >= Math.max(0, length - BYTES); i--) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }
}
