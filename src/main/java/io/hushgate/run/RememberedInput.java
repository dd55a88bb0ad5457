package io.hushgate.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A stream that comes only once, of which the beginning is kept to be looked at again. What is kept
 * may hold secrets: {@link #close} wipes it, and leaves the stream itself open.
 */
final class RememberedInput extends InputStream {
    /** As much of a log as fits beside the engine in a heap of 64 MiB. */
    static final int KEPT = 8 << 20;

    private static final int PIECE = 1 << 20;
    private final InputStream input;
    private final List<byte[]> pieces = new ArrayList<>();
    private int kept;

    RememberedInput(InputStream input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = input.read(into, offset, length);
        int from = offset;
        while (from < offset + read && kept < KEPT) {
            int at = kept % PIECE;
            if (at == 0) {
                pieces.add(new byte[PIECE]);
            }
            int count = Math.min(offset + read - from, PIECE - at);
            System.arraycopy(into, from, pieces.getLast(), at, count);
            kept += count;
            from += count;
        }
        return read;
    }

    /** What was kept, from the start. */
    InputStream again() {
        List<InputStream> streams = new ArrayList<>();
        int left = kept;
        for (byte[] piece : pieces) {
            streams.add(new ByteArrayInputStream(piece, 0, Math.min(left, PIECE)));
            left -= PIECE;
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    @Override
    public void close() {
        pieces.forEach(piece -> Arrays.fill(piece, (byte) 0));
        pieces.clear();
        kept = 0;
    }
}
