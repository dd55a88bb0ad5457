package io.hushgate.source.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at many bytes at once. Performance island. */
final class Bytes {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x2020202020202020L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Bytes() {}

    /** The next control character but the tab; {@code to} when there is none. */
    static int control(byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to) {
            long x = (long) LONGS.get(bytes, i);
            // A high bit of the difference is one of a byte below 32 at least at the lowest.
            long below = (x - SPACES) & ~x & HIGH_BITS;
            if (below == 0) {
                // Where there is no C2, only longs at multiples of eight are read at once.
                i = (i + Long.BYTES) & -Long.BYTES;
                continue;
            }
            i += Long.numberOfTrailingZeros(below) / Byte.SIZE;
            if (bytes[i] != '\t') {
                return i;
            }
            i++;
        }
        while (i < to) {
            byte b = bytes[i];
            if (b >= 0 && b < ' ' && b != '\t') {
                return i;
            }
            i++;
        }
        return to;
    }

    /** UTF-16 code units of UTF-8 text; additive, so that text may come in pieces. */
    static int units(byte[] bytes, int from, int to) {
        int units = to - from;
        int i = from;
        while (i < to) {
            if ((i & (Long.BYTES - 1)) == 0 && i + Long.BYTES <= to) {
                if (((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
                    i += Long.BYTES;
                    continue;
                }
            }
            int b = bytes[i];
            if (b < (byte) 0xc0) {
                units--; // goes on with a character
            } else if (b < 0 && b >= (byte) 0xf0) {
                units++;
            }
            i++;
        }
        return units;
    }

    /** Tells whether ASCII stands at a place. */
    static boolean startsWith(byte[] bytes, int from, int to, String text) {
        if (to - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The next byte of a value; -1 when there is none. */
    static int indexOf(byte[] bytes, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
