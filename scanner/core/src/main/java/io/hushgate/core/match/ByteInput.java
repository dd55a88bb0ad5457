package io.hushgate.core.match;

import java.io.IOException;

/** Bytes that arrive piece by piece. */
@FunctionalInterface
interface ByteInput {
    /** Reads at least one byte and at most {@code length}; -1 at the end. */
    int read(byte[] into, int offset, int length) throws IOException;

    /** Reads until the room is full or the input over, and returns how many bytes came. */
    default int fill(byte[] into, int offset, int length) throws IOException {
        int got = 0;
        while (got < length) {
            int n = read(into, offset + got, length - got);
            if (n < 0) {
                break;
            }
            got += n;
        }
        return got;
    }

    /** Bytes in memory. */
    static ByteInput of(byte[] bytes, int from, int to) {
        int[] at = {from};
        return (into, offset, length) -> {
            int n = Math.min(length, to - at[0]);
            System.arraycopy(bytes, at[0], into, offset, n);
            at[0] += n;
            return n == 0 ? -1 : n;
        };
    }

    /** What is in memory first, then the rest. */
    static ByteInput concat(ByteInput first, ByteInput rest) {
        return (into, offset, length) -> {
            int n = first.read(into, offset, length);
            return n >= 0 ? n : rest.read(into, offset, length);
        };
    }
}
