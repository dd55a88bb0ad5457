package io.hushgate.core.decode;

/**
 * Bytes that were written in another form.
 *
 * @param bytes what they are
 * @param origins for each byte, and for the end, the offset of what it was written as in the
 *     encoded text
 */
@SuppressWarnings("ArrayRecordComponent") // made once and handed over; a copy would gain nothing
public record Decoded(byte[] bytes, int[] origins) {
    /** Bytes that a value has to have to be worth matching again. */
    static final int MIN_BYTES = 12;

    /** Offset in the encoded text after the last byte. */
    public int end() {
        return origins[bytes.length];
    }

    /** Tells whether this is text: printable ASCII and line ends, nine in ten bytes at least. */
    boolean isText() {
        int printable = 0;
        for (byte b : bytes) {
            printable += isPrintable(b) ? 1 : 0;
        }
        return bytes.length >= MIN_BYTES && printable * 10L >= bytes.length * 9L;
    }

    static boolean isPrintable(int b) {
        return (b >= ' ' && b < 0x7f) || b == '\n' || b == '\r' || b == '\t';
    }
}
