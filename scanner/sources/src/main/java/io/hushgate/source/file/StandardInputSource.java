package io.hushgate.source.file;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.io.InputStream;

/** What another program writes to this one, as one artifact, read as it comes. */
public final class StandardInputSource implements Source {
    private final InputStream input;

    private StandardInputSource(InputStream input) {
        this.input = input;
    }

    /**
     * Takes whatever a stream gives.
     *
     * @param input left open; unbuffered is best, since whoever reads has a large buffer
     */
    public static StandardInputSource of(InputStream input) {
        return new StandardInputSource(input);
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        CoverageLog log = new CoverageLog();
        Pipe pipe = new Pipe(input);
        try {
            consumers.newConsumer().accept(pipe, AddedRanges.EVERYTHING);
            log.looked(1, pipe.done);
        } catch (IOException e) {
            log.skip(
                    pipe.address(),
                    Reason.UNREADABLE,
                    "it broke off after %d bytes; run what writes it again".formatted(pipe.done));
        }
        return log.coverage();
    }

    private static final class Pipe implements Artifact.Streamed {
        private final InputStream input;
        private long done;

        Pipe(InputStream input) {
            this.input = input;
        }

        @Override
        public Address address() {
            return new Address.StandardInput();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = input.read(into, offset, length);
            done += Math.max(0, read);
            return read;
        }
    }
}
