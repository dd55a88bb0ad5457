package io.hushgate.source.log;

/**
 * What stands at the start of a line of a log before what a tool printed. Filled again for every
 * line; offsets are those of the buffer.
 */
final class LineHead {
    /** Bytes of {@code 2026-01-31T10:20:30.1234567Z} and a space. */
    static final int USUAL = 29;

    /** Whether what stands before the text is known to be ASCII. */
    boolean isAscii;

    /** Where the tool's own text begins. */
    int content;

    /** Whether the text goes on where that of the line before ended. */
    boolean joins;

    /** Whether the next line goes on where this one ends. */
    boolean open;

    /** How many bytes of a length stand before the text of the next line. */
    int lengthBytes;

    /** The name of the job; empty range when the line does not tell. */
    int jobFrom;

    int jobTo;

    /** The name of the step. */
    int stepFrom;

    int stepTo;

    void begin(int from) {
        content = from;
        isAscii = false;
        joins = false;
        open = false;
        lengthBytes = 0;
        jobFrom = from;
        jobTo = from;
        stepFrom = from;
        stepTo = from;
    }

    /**
     * Where a time of RFC 3339 in UTC ends, or with an offset, of any precision; {@code from} when
     * there is none.
     */
    static int time(byte[] bytes, int from, int to) {
        int seconds = from + 19;
        if (to < seconds + 1 || !isTime(bytes, from)) {
            return from;
        }
        int at = seconds;
        if (bytes[at] == '.' || bytes[at] == ',') {
            at++;
            while (at < to && at - seconds < 11 && Bytes.isDigit(bytes[at])) {
                at++;
            }
        }
        if (at < to && bytes[at] == 'Z') {
            return at + 1;
        }
        boolean offset = to - at >= 6 && (bytes[at] == '+' || bytes[at] == '-');
        return offset && bytes[at + 3] == ':' ? at + 6 : from;
    }

    /** Tells by its punctuation whether the time of most lines stands there, and a space. */
    static boolean isUsualTime(byte[] bytes, int from, int to) {
        return to - from >= USUAL
                && bytes[from + 27] == 'Z'
                && bytes[from + 28] == ' '
                && bytes[from + 10] == 'T'
                && bytes[from + 19] == '.'
                && bytes[from + 16] == ':'
                && bytes[from + 4] == '-'
                && bytes[from] == '2';
    }

    /** {@code 2026-01-31T10:20:30}. */
    private static boolean isTime(byte[] bytes, int from) {
        return bytes[from + 10] == 'T'
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':'
                && areDigits(bytes, from, from + 4)
                && areDigits(bytes, from + 5, from + 7)
                && areDigits(bytes, from + 8, from + 10)
                && areDigits(bytes, from + 11, from + 13)
                && areDigits(bytes, from + 14, from + 16)
                && areDigits(bytes, from + 17, from + 19);
    }

    private static boolean areDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Passes a byte order mark. */
    static int pastMark(byte[] bytes, int from, int to) {
        boolean mark =
                to - from >= 3
                        && bytes[from] == (byte) 0xef
                        && bytes[from + 1] == (byte) 0xbb
                        && bytes[from + 2] == (byte) 0xbf;
        return mark ? from + 3 : from;
    }

    /** Passes {@code HH:MM:SS}; {@code from} when there is none. */
    static int clock(byte[] bytes, int from, int to) {
        boolean clock =
                to - from >= 8
                        && Bytes.isDigit(bytes[from])
                        && Bytes.isDigit(bytes[from + 1])
                        && bytes[from + 2] == ':'
                        && Bytes.isDigit(bytes[from + 3])
                        && Bytes.isDigit(bytes[from + 4])
                        && bytes[from + 5] == ':'
                        && Bytes.isDigit(bytes[from + 6])
                        && Bytes.isDigit(bytes[from + 7]);
        return clock ? from + 8 : from;
    }
}
