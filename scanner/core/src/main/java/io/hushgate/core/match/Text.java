package io.hushgate.core.match;

import io.hushgate.core.decode.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text in memory: of an artifact, or decoded from such a stretch.
 *
 * @param bytes holds it in {@code [from, to)}
 * @param base offset in the artifact's text of the byte at {@code from}, unless it was decoded
 * @param binary whether the artifact is not text, where only tokens with a mark of their own count
 * @param outer what it was decoded from
 * @param origins where in {@code outer} each byte was written
 */
@SuppressWarnings("ArrayRecordComponent") // a view that never leaves the package
record Text(
        byte[] bytes,
        int from,
        int to,
        long base,
        boolean binary,
        @Nullable Text outer,
        int[] origins) {
    private static final int[] NONE = {};

    static Text plain(byte[] bytes, int from, int to, long base, boolean binary) {
        return new Text(bytes, from, to, base, binary, null, NONE);
    }

    /** What was written in {@code outer} in another form. */
    static Text decoded(Text outer, Decoded decoded) {
        byte[] bytes = decoded.bytes();
        return new Text(bytes, 0, bytes.length, 0, false, outer, decoded.origins());
    }

    /** Offset in the artifact's text of the byte at {@code index}. */
    long start(int index) {
        return outer == null ? base + (index - from) : outer.start(origins[index]);
    }

    /** Offset in the artifact's text after the byte before {@code index}. */
    long end(int index) {
        return outer == null ? base + (index - from) : outer.end(origins[index]);
    }
}
