package io.hushgate.source.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip of any number of members (RFC 1952). Gives what it has before it says that the
 * rest is damaged, keeps no name or comment however long, and passes over zeros after the last
 * member, with which tapes and some programs fill up a block.
 */
final class GzipStream extends InputStream {
    private static final int HAS_SUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] packed = new byte[64 * 1024];
    private int at;
    private int end;
    private boolean inMember;
    private boolean first = true;
    private boolean over;

    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!over) {
            if (!inMember && !nextMember()) {
                over = true;
                break;
            }
            int got = inflate(into, offset, length);
            if (got > 0) {
                sum.update(into, offset, got);
                return got;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new IOException("a gzip that needs a dictionary");
            } else if (!fill()) {
                throw new EOFException("a gzip that ends within its data");
            } else {
                inflater.setInput(packed, at, end - at);
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            throw new IOException("a gzip whose data is damaged", e);
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(packed, 0, packed.length));
        return end > 0;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        return packed[at++] & 0xff;
    }

    private int need() throws IOException {
        int b = next();
        if (b < 0) {
            throw new EOFException("a gzip that ends within a header or trailer");
        }
        return b;
    }

    /** Reads the header of a member; false at the end of the file. */
    private boolean nextMember() throws IOException {
        int b = next();
        while (!first && b == 0) {
            b = next();
        }
        if (b < 0 && !first) {
            return false;
        }
        if (b != 0x1f || need() != 0x8b || need() != 8) {
            throw new IOException("something else than a member of a gzip");
        }
        first = false;
        int flags = need();
        for (int i = 0; i < 6; i++) {
            need(); // time, level, system
        }
        if ((flags & HAS_EXTRA) != 0) {
            int extra = need() | need() << 8;
            for (int i = 0; i < extra; i++) {
                need();
            }
        }
        skipText(flags & HAS_NAME);
        skipText(flags & HAS_COMMENT);
        if ((flags & HAS_SUM) != 0) {
            need();
            need();
        }
        inflater.reset();
        inflater.setInput(packed, at, end - at);
        sum.reset();
        inMember = true;
        return true;
    }

    private void skipText(int flag) throws IOException {
        if (flag != 0) {
            int b = need();
            while (b != 0) {
                b = need();
            }
        }
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        long stored = 0;
        for (int i = 0; i < 4; i++) {
            stored |= (long) need() << (8 * i);
        }
        long length = 0;
        for (int i = 0; i < 4; i++) {
            length |= (long) need() << (8 * i);
        }
        if (stored != sum.getValue() || length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new IOException("a gzip whose checksum is wrong");
        }
        inMember = false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
