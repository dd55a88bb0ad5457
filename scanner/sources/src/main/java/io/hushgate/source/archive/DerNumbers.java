package io.hushgate.source.archive;

/**
 * The numbers in a document in DER (ITU-T X.690), as far as it is not encrypted: what a PKCS#12
 * asks for in rounds of hashing is the largest of them.
 *
 * <p>Strings of octets are looked into where they hold DER themselves, as those of PKCS#7 data do.
 */
final class DerNumbers {
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int CONSTRUCTED = 0x20;
    private static final int DEEPEST = 24;
    private static final byte OPEN = (byte) 0x80;

    private final byte[] der;
    private long largest;

    private DerNumbers(byte[] der) {
        this.der = der;
    }

    /** The largest integer of at most four bytes; 0 where there is none. */
    static long largest(byte[] der) {
        DerNumbers numbers = new DerNumbers(der);
        numbers.walk(0, der.length, 0);
        return numbers.largest;
    }

    /** Goes through the values in {@code [from, to)} until something is none. */
    private void walk(int from, int to, int depth) {
        int at = from;
        while (at + 2 <= to && depth < DEEPEST) {
            int tag = der[at] & 0xff;
            int lengthBytes = (der[at + 1] & 0x80) == 0 ? 0 : der[at + 1] & 0x7f;
            int start = at + 2 + lengthBytes;
            boolean open = der[at + 1] == OPEN; // of BER: up to an end of its own
            if (lengthBytes > 4 || start > to) {
                return;
            }
            long length = lengthBytes == 0 ? der[at + 1] : unsigned(at + 2, start);
            length = open ? to - start : length;
            if (length > to - start) {
                return;
            }
            int end = start + (int) length;
            if (tag == INTEGER && length > 0 && length <= 4) {
                largest = Math.max(largest, unsigned(start, end));
            } else if ((tag & CONSTRUCTED) != 0 || tag == OCTETS) {
                walk(start, end, depth + 1);
            }
            at = end;
        }
    }

    private long unsigned(int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 8 | (der[i] & 0xff);
        }
        return value;
    }
}
