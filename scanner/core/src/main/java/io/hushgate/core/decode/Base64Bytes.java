package io.hushgate.core.decode;

import io.hushgate.core.bytes.Slice;
import java.util.Arrays;
import java.util.Optional;

/**
 * Base64 and base64url (RFC 4648 sections 4 and 5), in any mixture, with or without padding. The
 * JDK's decoder wants one alphabet and throws at the other.
 */
public final class Base64Bytes {
    private static final int NO = -1;
    private static final int BLANK = -2;
    private static final int PADDING = -3;

    /** By byte: what {@link #value} answers. Nobody changes it. */
    static final byte[] VALUES = values();

    private Base64Bytes() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) NO);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < digits.length(); i++) {
            values[digits.charAt(i)] = (byte) i;
        }
        values['-'] = 62;
        values['_'] = 63;
        values['='] = PADDING;
        for (char c : new char[] {' ', '\t', '\r', '\n'}) {
            values[c] = BLANK;
        }
        return values;
    }

    /** Tells whether a byte is a digit of either alphabet. */
    public static boolean isDigit(int b) {
        return VALUES[b & 0xff] >= 0;
    }

    /** The value of a digit of either alphabet, 0 to 63; below 0 for any other byte. */
    static int value(int b) {
        return VALUES[b & 0xff];
    }

    /**
     * Decodes, leaving out blanks and line ends.
     *
     * @return empty when there is another byte, or one after the padding, or a digit too many
     */
    public static Optional<byte[]> decode(Slice text) {
        byte[] out = new byte[text.length() * 3 / 4 + 3];
        int count = 0;
        int bits = 0;
        int digits = 0;
        boolean padded = false;
        for (int i = 0; i < text.length(); i++) {
            int value = VALUES[text.at(i)];
            if (value == BLANK) {
                continue;
            }
            if (value == PADDING) {
                padded = true;
                continue;
            }
            if (value == NO || padded) {
                return Optional.empty();
            }
            bits = bits << 6 | value;
            if (++digits % 4 == 0) {
                out[count++] = (byte) (bits >> 16);
                out[count++] = (byte) (bits >> 8);
                out[count++] = (byte) bits;
            }
        }
        switch (digits % 4) {
            case 1 -> {
                return Optional.empty();
            }
            case 2 -> out[count++] = (byte) (bits >> 4);
            case 3 -> {
                out[count++] = (byte) (bits >> 10);
                out[count++] = (byte) (bits >> 2);
            }
            default -> {}
        }
        return Optional.of(Arrays.copyOf(out, count));
    }
}
