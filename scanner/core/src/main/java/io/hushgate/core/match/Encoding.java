package io.hushgate.core.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How an artifact's bytes make a text, told from its beginning. */
enum Encoding {
    /** UTF-8, Latin-1 or any other superset of ASCII: matched as it is. */
    ASCII_BASED,
    UTF_16LE,
    UTF_16BE,
    /** No text. */
    BINARY;

    /** How many bytes are looked at: as many as git looks at to tell text from binary. */
    static final int SNIFFED = 8000;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Tells whether a character takes two bytes or more. */
    boolean isWide() {
        return this == UTF_16LE || this == UTF_16BE;
    }

    static Encoding of(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + SNIFFED);
        if (end - from >= 2) {
            int mark = (bytes[from] & 0xff) << 8 | (bytes[from + 1] & 0xff);
            if (mark == 0xfffe) {
                return UTF_16LE;
            }
            if (mark == 0xfeff) {
                return UTF_16BE;
            }
        }
        if (!hasZero(bytes, from, end)) {
            return ASCII_BASED;
        }
        int even = 0;
        int odd = 0;
        for (int i = from; i < end; i++) {
            if (bytes[i] == 0) {
                if (((i - from) & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        return withoutMark(even, odd, (end - from) / 2);
    }

    private static boolean hasZero(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long x = (long) LONGS.get(bytes, i);
            // A borrow sets the high bit of a byte that had none only from a zero on.
            if (((x - ONES) & ~x & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Western text in UTF-16 has a zero in most pairs, and always on the same side. */
    private static Encoding withoutMark(int even, int odd, int pairs) {
        boolean evenRare = even * 20 <= pairs;
        boolean oddRare = odd * 20 <= pairs;
        if (pairs >= 4 && evenRare && odd * 2 >= pairs) {
            return UTF_16LE;
        }
        if (pairs >= 4 && oddRare && even * 2 >= pairs) {
            return UTF_16BE;
        }
        return BINARY;
    }

    /** Bytes of the byte order mark, if there is one. */
    int markLength(byte[] bytes, int from, int to) {
        return switch (this) {
            case UTF_16LE, UTF_16BE -> {
                int first = to - from >= 2 ? bytes[from] & 0xff : 0;
                yield first >= 0xfe ? 2 : 0;
            }
            case ASCII_BASED, BINARY -> 0;
        };
    }
}
