package io.hushgate.source.archive;

import io.hushgate.core.Artifact;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an artifact as decoders want them. That the artifact itself cannot be read is told
 * apart from what a decoder says about its bytes.
 */
final class Packed extends InputStream {
    private final Artifact.Streamed artifact;
    private final Budget budget;
    private final boolean outermost;

    /**
     * Reads an artifact.
     *
     * @param outermost whether these are the bytes that all expansion is measured by
     */
    Packed(Artifact.Streamed artifact, Budget budget, boolean outermost) {
        this.artifact = artifact;
        this.budget = budget;
        this.outermost = outermost;
    }

    /** The artifact broke off, whatever it holds. */
    static final class SourceFailure extends IOException {
        private final IOException failure;

        SourceFailure(IOException failure) {
            super(failure);
            this.failure = failure;
        }

        IOException failure() {
            return failure;
        }
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
        try {
            int got = artifact.read(into, offset, length);
            if (outermost) {
                budget.packed(Math.max(0, got));
            }
            return got;
        } catch (IOException e) {
            throw outermost ? new SourceFailure(e) : e;
        }
    }
}
