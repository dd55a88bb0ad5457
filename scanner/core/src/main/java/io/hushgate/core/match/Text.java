package io.hushgate.core.match;

/**
 * A stretch of text in memory.
 *
 * @param bytes holds it in {@code [from, to)}
 * @param base offset in the artifact's text of the byte at {@code from}
 * @param binary whether the artifact is not text, where only tokens with a mark of their own count
 * @param decoded whether it was decoded from {@code [base, decodedEnd)} of the artifact's text, so
 *     that whatever is found in it lies there
 */
@SuppressWarnings("ArrayRecordComponent") // a view that never leaves the package
record Text(
        byte[] bytes,
        int from,
        int to,
        long base,
        boolean binary,
        boolean decoded,
        long decodedEnd) {
    static Text plain(byte[] bytes, int from, int to, long base, boolean binary) {
        return new Text(bytes, from, to, base, binary, false, 0);
    }

    /** Offset in the artifact's text of the byte at {@code index}. */
    long start(int index) {
        return decoded ? base : base + (index - from);
    }

    /** Offset in the artifact's text after the byte before {@code index}. */
    long end(int index) {
        return decoded ? decodedEnd : base + (index - from);
    }
}
