package io.hushgate.source.archive;

import java.io.IOException;

/**
 * One header block of a tar: POSIX.1-1988 {@code ustar} with the extensions of GNU tar.
 *
 * <pre>
 *   0 name 100 | 100 mode 8 | 108 uid 8 | 116 gid 8 | 124 size 12 | 136 mtime 12 | 148 sum 8
 * 156 type 1   | 157 link 100 | 257 "ustar" | 345 prefix 155
 * </pre>
 */
final class TarHeader {
    /** Everything in a tar is a multiple of this. */
    static final int BYTES = 512;

    private static final int SUM = 148;
    private static final int SUM_LENGTH = 8;
    private static final int IS_EXTENDED = 482;

    private TarHeader() {}

    /** Tells whether the sum in the header is that of its bytes, as signed or unsigned numbers. */
    static boolean isSummed(byte[] block, int from) {
        long stored = 0;
        boolean digits = false;
        for (int i = from + SUM; i < from + SUM + SUM_LENGTH; i++) {
            int b = block[i];
            if (b >= '0' && b <= '7') {
                stored = 8 * stored + b - '0';
                digits = true;
            } else if (b != ' ' && b != 0) {
                return false;
            } else if (digits) {
                break;
            }
        }
        if (!digits) {
            return false;
        }
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BYTES; i++) {
            boolean inSum = i >= SUM && i < SUM + SUM_LENGTH;
            int b = inSum ? ' ' : block[from + i];
            unsigned += b & 0xff;
            signed += b;
        }
        return stored == unsigned || stored == signed;
    }

    static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** The type of the entry; a zero of old archives is that of a file. */
    static char type(byte[] block) {
        return block[156] == 0 ? '0' : (char) (block[156] & 0xff);
    }

    static int mode(byte[] block) {
        try {
            return (int) number(block, 100, 8) & 0xfff;
        } catch (IOException e) {
            return 0;
        }
    }

    static long size(byte[] block) throws IOException {
        long size = number(block, 124, 12);
        if (size < 0) {
            throw new IOException("a tar entry of negative size");
        }
        return size;
    }

    static String name(byte[] block) {
        String name = text(block, 0, 100);
        boolean posix =
                block[257] == 'u'
                        && block[258] == 's'
                        && block[259] == 't'
                        && block[260] == 'a'
                        && block[261] == 'r'
                        && block[262] == 0;
        String prefix = posix ? text(block, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    static String link(byte[] block) {
        return text(block, 157, 100);
    }

    /** Tells of a sparse file of old GNU tar whether more blocks follow that list its pieces. */
    static boolean hasMorePieces(byte[] block, boolean first) {
        return block[first ? IS_EXTENDED : BYTES - 8] == 1;
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return EntryName.of(block, from, end);
    }

    /** Octal digits, or, with the highest bit set, a number of GNU's in base 256. */
    private static long number(byte[] block, int from, int length) throws IOException {
        if (block[from] < 0) {
            return binary(block, from, length);
        }
        long value = 0;
        boolean digits = false;
        for (int i = from; i < from + length; i++) {
            int b = block[i];
            if (b >= '0' && b <= '7') {
                value = 8 * value + b - '0';
                digits = true;
            } else if (b == ' ' || b == 0) {
                if (digits) {
                    break;
                }
            } else {
                throw new IOException("a tar header with a number that is none");
            }
        }
        return value;
    }

    private static long binary(byte[] block, int from, int length) throws IOException {
        long value = block[from] & 0x3f;
        boolean negative = (block[from] & 0x40) != 0;
        for (int i = from + 1; i < from + length; i++) {
            if (value >>> 54 != 0) {
                throw new IOException("a tar header with a number beyond 63 bits");
            }
            value = value << 8 | (block[i] & 0xff);
        }
        return negative ? -1 : value;
    }
}
