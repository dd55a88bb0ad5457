package io.hushgate.core.decode;

import io.hushgate.core.bytes.Slice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** A stretch of base64, base64url or hexadecimal digits that may be text written in them. */
public final class Base64Run {
    /** Fewer digits hold nothing that a rule could recognise. */
    public static final int MIN_DIGITS = 40;

    /** Digits that are decoded at once; a longer run is taken in pieces. */
    public static final int MAX_DIGITS = 48 * 1024;

    /** Digits of a piece that the next one starts with, so that nothing is cut; groups of four. */
    public static final int OVERLAP = 4 * 1024;

    /** A line of wrapped base64 (RFC 2045) has 60 to 76 digits. */
    private static final int MIN_WRAPPED = 60;

    private static final int MAX_INDENT = 64;
    private static final int PROBE = 16;

    /**
     * Every run holds eight bytes that start at a multiple of this: the first multiple in it leaves
     * {@code MIN_DIGITS - (STRIDE - 1)} bytes or more.
     */
    private static final int STRIDE = MIN_DIGITS - Long.BYTES;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Added to a byte below 128, sets the high bit if it is not below '+', the lowest digit. */
    private static final long FROM_PLUS = 0x5555555555555555L;

    private Base64Run() {}

    /**
     * Finds a place in every run of {@link #MIN_DIGITS} or more, and in few other stretches. Looks
     * at eight bytes in thirty-two, at more only where they may be digits.
     *
     * @param at runs that start before it may be left out
     * @param to places from here on are
     * @return the first place from {@code at} on, or {@code to}
     */
    public static int next(byte[] text, int at, int to) {
        int last = Math.min(to, text.length - Long.BYTES + 1);
        // Multiples of eight are read at once, others byte by byte where there is no C2.
        for (int i = (at + STRIDE - 1) & -STRIDE; i < last; i += STRIDE) {
            // As mayBeDigits does; C1 does not inline what is as long as that.
            long x = (long) LONGS.get(text, i);
            if ((((x & LOW_BITS) + FROM_PLUS) & ~x & HIGH_BITS) == HIGH_BITS && isLong(text, i)) {
                return i;
            }
        }
        return to;
    }

    /** Tells whether the run around the eight bytes at {@code at} may go far to either side. */
    private static boolean isLong(byte[] text, int at) {
        boolean before =
                at > 0
                        && mayBeDigits(text, at - Long.BYTES)
                        && mayBeDigits(text, at - 2 * Long.BYTES);
        return before
                || (at + 3 * Long.BYTES <= text.length
                        && mayBeDigits(text, at + Long.BYTES)
                        && mayBeDigits(text, at + 2 * Long.BYTES));
    }

    /** Rules out blanks, quotes, brackets and what is no ASCII. */
    private static boolean mayBeDigits(byte[] text, int at) {
        long x = (long) LONGS.get(text, at);
        return (((x & LOW_BITS) + FROM_PLUS) & ~x & HIGH_BITS) == HIGH_BITS;
    }

    /**
     * Finds where the run around {@code at} starts.
     *
     * @param from not looked at before
     */
    public static int start(byte[] text, int at, int from) {
        int start = at;
        while (start > from && Base64Bytes.isDigit(text[start - 1])) {
            start--;
        }
        return start;
    }

    /**
     * Finds where a run ends, over the line ends of wrapped base64.
     *
     * @param to not looked at from here on
     */
    public static int end(byte[] text, int start, int to) {
        byte[] values = Base64Bytes.VALUES;
        int lineStart = start;
        int at = start;
        while (true) {
            while (at < to && values[text[at] & 0xff] >= 0) {
                at++;
            }
            int next = nextLine(text, at, to);
            if (at - lineStart < MIN_WRAPPED || next < 0) {
                return at;
            }
            lineStart = next;
            at = next;
        }
    }

    /** Where the digits of the next line start, or -1 when there are none. */
    private static int nextLine(byte[] text, int end, int to) {
        int at = end;
        if (at < to && text[at] == '\r') {
            at++;
        }
        if (at >= to || text[at] != '\n') {
            return -1;
        }
        at++;
        int indent = at;
        while (at < to && at - indent < MAX_INDENT && (text[at] == ' ' || text[at] == '\t')) {
            at++;
        }
        return at < to && Base64Bytes.isDigit(text[at]) ? at : -1;
    }

    /**
     * Decodes {@code [start, end)} if it is text, as hexadecimal if all digits are, else as base64:
     * from the start or, when something else stands before the text, from one of the next three.
     */
    public static Optional<Decoded> decode(byte[] text, int start, int end) {
        boolean marked = text[start] == '0' && (text[start + 1] | 0x20) == 'x';
        int digits = marked ? start + 2 : start;
        if (isHexadecimal(text, digits, end)) {
            return hexadecimal(text, digits, end);
        }
        if (Gunzip.isStart(text, start, end)) {
            return Base64Bytes.decode(Slice.of(text, start, end))
                    .flatMap(member -> Gunzip.inflate(member, start, end));
        }
        for (int shift = 0; shift < 4; shift++) {
            if (end - start - shift >= PROBE && isProbablyText(text, start + shift)) {
                return Optional.of(base64(text, start + shift, end)).filter(Decoded::isText);
            }
        }
        return Optional.empty();
    }

    /**
     * Tells whether the first digits are those of printable bytes, or of printable UTF-16, without
     * decoding more. Random digits pass once in 150,000 times.
     */
    private static boolean isProbablyText(byte[] text, int start) {
        int zeros = 0;
        for (int i = start; i < start + PROBE; i += 4) {
            int group = 0;
            for (int k = 0; k < 4; k++) {
                int value = Base64Bytes.value(text[i + k]);
                if (value < 0) {
                    return false;
                }
                group = group << 6 | value;
            }
            for (int shift = 16; shift >= 0; shift -= 8) {
                int b = group >> shift & 0xff;
                zeros += b == 0 ? 1 : 0;
                if (b != 0 && !Decoded.isPrintable(b)) {
                    return false;
                }
            }
        }
        return zeros == 0 || zeros == PROBE * 3 / 8;
    }

    private static Decoded base64(byte[] text, int start, int end) {
        byte[] bytes = new byte[(end - start) * 3 / 4 + 3];
        int[] origins = new int[bytes.length + 1];
        int count = 0;
        int bits = 0;
        int held = 0;
        int last = start;
        for (int i = start; i < end; i++) {
            int value = Base64Bytes.value(text[i]);
            if (value < 0) {
                continue;
            }
            last = held == 0 ? i : last;
            bits = bits << 6 | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                int b = bits >> held & 0xff;
                // UTF-16 of ASCII, as PowerShell encodes commands, is read without its zeros.
                if (b != 0) {
                    bytes[count] = (byte) b;
                    origins[count++] = last;
                }
                last = i;
            }
        }
        origins[count] = end;
        return new Decoded(Arrays.copyOf(bytes, count), Arrays.copyOf(origins, count + 1));
    }

    private static boolean isHexadecimal(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.digit(text[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Decoded> hexadecimal(byte[] text, int start, int end) {
        int count = (end - start) / 2;
        byte[] bytes = new byte[count];
        int[] origins = new int[count + 1];
        for (int i = 0; i < count; i++) {
            int at = start + 2 * i;
            int b = Character.digit(text[at], 16) << 4 | Character.digit(text[at + 1], 16);
            if (!Decoded.isPrintable(b)) {
                return Optional.empty();
            }
            bytes[i] = (byte) b;
            origins[i] = at;
        }
        origins[count] = end;
        return Optional.of(new Decoded(bytes, origins));
    }
}
