package io.hushgate.source.git.store;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates streams whose inflated size is known beforehand. For one thread; closed after use. */
final class ZlibReader implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final byte[] beyond = new byte[1];

    /**
     * Inflates exactly {@code size} bytes to the start of {@code into}, and checks the checksum.
     */
    void inflate(ByteBuffer compressed, byte[] into, int size) throws DataFormatException {
        inflater.reset();
        inflater.setInput(compressed);
        if (fill(into, 0, size) != size) {
            throw new DataFormatException("the compressed data ends too early");
        }
        expectEnd();
    }

    /** Starts a stream whose size is not yet known. */
    void start(byte[] compressed) {
        inflater.reset();
        inflater.setInput(compressed);
    }

    /** Inflates as much as there is and fits. */
    int fill(byte[] into, int from, int length) throws DataFormatException {
        int done = 0;
        while (done < length && !inflater.finished()) {
            int more = inflater.inflate(into, from + done, length - done);
            if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                break;
            }
            done += more;
        }
        return done;
    }

    /** Checks that nothing follows, and with it the checksum. */
    void expectEnd() throws DataFormatException {
        while (!inflater.finished()) {
            if (inflater.inflate(beyond) > 0) {
                throw new DataFormatException("there is more compressed data than the size says");
            }
            if (inflater.needsInput() || inflater.needsDictionary()) {
                throw new DataFormatException("the compressed data ends too early");
            }
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
