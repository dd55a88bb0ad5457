package io.hushgate.redact;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Follows private keys in armor (RFC 7468, RFC 4880 section 6.2) from line to line, so that their
 * lines are masked as they come, also of a key that is never whole. The lines of a body stand in
 * one column, behind whatever a log puts before each line.
 *
 * <pre>
 * outside --BEGIN PRIVATE KEY--> head --first long line--> body --short line--> tail
 *    ^------------- END, or another text -------------------------------------------/
 * </pre>
 */
final class KeyBlock {
    private static final byte[] BEGIN = "-----BEGIN ".getBytes(US_ASCII);
    private static final byte[] END = "-----END ".getBytes(US_ASCII);
    private static final byte[] PRIVATE = "PRIVATE KEY".getBytes(US_ASCII);

    /** No body has a first line below this: RFC 7468 has 64 characters, PGP at least 60. */
    private static final int FIRST_LINE = 40;

    /** Lines of headers that are waited for. */
    private static final int MOST_HEADERS = 16;

    /** The checksum of PGP's armor: {@code =} and four characters. */
    private static final int SUM = 5;

    private State state = State.OUTSIDE;
    private int headers;
    private int column;
    private int width;

    private enum State {
        OUTSIDE,
        HEAD,
        BODY,
        /** Behind a short line. */
        TAIL
    }

    /** Looks at the line {@code [from, to)}, without its end, and adds what is to be masked. */
    void line(byte[] bytes, int from, int to, Ranges masked) {
        int begin = indexOf(bytes, from, to, BEGIN);
        if (begin >= 0 && indexOf(bytes, begin, to, PRIVATE) > 0) {
            boolean ends = indexOf(bytes, begin, to, END) > 0;
            state = ends ? State.OUTSIDE : State.HEAD;
            headers = 0;
            return;
        }
        if (state == State.OUTSIDE) {
            return;
        }
        if (indexOf(bytes, from, to, END) >= 0) {
            state = State.OUTSIDE;
            return;
        }
        int end = withoutQuotes(bytes, from, to);
        int start = runStart(bytes, from, end);
        if (state == State.HEAD) {
            head(start, end, from, masked);
        } else {
            body(bytes, start, end, from, masked);
        }
    }

    private void head(int start, int end, int from, Ranges masked) {
        if (end - start >= FIRST_LINE) {
            masked.add(start, end);
            state = State.BODY;
            column = start - from;
            width = end - start;
        } else if (++headers > MOST_HEADERS) {
            state = State.OUTSIDE;
        }
    }

    /** A line below the width of the others is the last, but for PGP's checksum. */
    private void body(byte[] bytes, int start, int end, int from, Ranges masked) {
        boolean inColumn = start < end && start - from == column && end - start <= width;
        boolean isSum = end - start == SUM && bytes[start] == '=';
        if (!inColumn || (state == State.TAIL && !isSum)) {
            state = State.OUTSIDE;
            return;
        }
        masked.add(start, end);
        state = end - start < width ? State.TAIL : State.BODY;
    }

    /** Where the run of base64 that ends a line starts; {@code end} when there is none. */
    private static int runStart(byte[] bytes, int from, int end) {
        int start = end;
        while (start > from && isBase64(bytes[start - 1])) {
            start--;
        }
        return start;
    }

    /** Where a line ends before quotes, commas and the {@code \n} of a string. */
    private static int withoutQuotes(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from) {
            int b = bytes[end - 1];
            if (b == ' ' || b == '\t' || b == '\r' || b == '"' || b == '\'' || b == ','
                    || b == '\\') {
                end--;
            } else if (b == 'n' && end - 1 > from && bytes[end - 2] == '\\') {
                end -= 2;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isBase64(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '+'
                || b == '/'
                || b == '=';
    }

    private static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
        for (int i = from; i + wanted.length <= to; i++) {
            if (bytes[i] == wanted[0]
                    && java.util.Arrays.equals(
                            bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
