package io.hushgate.source.log;

/**
 * What stands at the start of a line of a log before what a tool printed. Filled again for every
 * line; offsets are those of the buffer.
 */
final class LineHead {
    private static final int[] SEPARATORS = {'-', '-', 'T', ':', ':'};

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

    /** {@code 2026-01-31T10:20:30}. */
    private static boolean isTime(byte[] bytes, int from) {
        int separator = 0;
        for (int i = 0; i < 19; i++) {
            int b = bytes[from + i];
            boolean between = i >= 4 && (i - 4) % 3 == 0;
            if (between ? b != SEPARATORS[separator++] : !Bytes.isDigit(b)) {
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
