package io.hushgate.core;

import java.io.Closeable;
import java.io.IOException;

/**
 * One thing read from a source, as a stream of bytes that is read once, by one thread. Whoever
 * takes it closes it. Artifacts that already lie in memory are {@link InMemory}, so that the engine
 * reads them in place.
 */
public sealed interface Artifact extends Closeable {
    Address address();

    @Override
    default void close() throws IOException {}

    /**
     * Bytes that lie in memory.
     *
     * @param bytes not copied; nobody changes {@code [from, to)} while the artifact is in use
     * @param lineage which other text they were made from; its offsets count from {@code from}
     */
    @SuppressWarnings("ArrayRecordComponent") // a copy per blob would cost more than matching it
    record InMemory(Address address, byte[] bytes, int from, int to, Lineage lineage)
            implements Artifact {
        public InMemory {
            java.util.Objects.checkFromToIndex(from, to, bytes.length);
        }

        /** Bytes that are related to nothing. */
        public InMemory(Address address, byte[] bytes, int from, int to) {
            this(address, bytes, from, to, Lineage.NONE);
        }

        /** The whole array. */
        public static InMemory of(Address address, byte[] bytes) {
            return new InMemory(address, bytes, 0, bytes.length);
        }

        /**
         * The bytes are content, not identity: two artifacts are told apart by their address in
         * reports.
         */
        @Override
        public String toString() {
            return "InMemory[" + address.text() + ", " + (to - from) + " bytes]";
        }
    }

    /** Bytes of any number that arrive piece by piece: a file, a layer entry, a pipe. */
    non-sealed interface Streamed extends Artifact {
        /**
         * Reads at least one byte, waiting for it, and at most {@code length}.
         *
         * @return how many bytes were read; -1 at the end
         * @throws IOException when the rest cannot be read; the caller notes it in the coverage
         */
        int read(byte[] into, int offset, int length) throws IOException;
    }
}
