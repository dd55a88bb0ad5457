package io.hushgate.source.git.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of a whole entry of a pack, inflated piece by piece, whatever its size. */
final class EntryStream extends InputStream {
    private final PackFile pack;
    private final long offset;
    private final Inflater inflater = new Inflater();
    private final byte[] single = new byte[1];
    private ByteBuffer input;
    private long next;

    /**
     * @param data where the zlib stream of the entry starts
     */
    EntryStream(PackFile pack, long offset, long data) throws ObjectProblem {
        this.pack = pack;
        this.offset = offset;
        this.input = pack.from(data);
        this.next = data + input.remaining();
        inflater.setInput(input);
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        try {
            while (true) {
                int done = inflater.inflate(into, from, length);
                if (done > 0 || length == 0) {
                    return done;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary() || next >= pack.end()) {
                    throw pack.damaged(offset, "the compressed data ends too early");
                }
                input = pack.from(next);
                next += input.remaining();
                inflater.setInput(input);
            }
        } catch (DataFormatException e) {
            throw pack.damaged(offset, "the entry does not inflate");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
