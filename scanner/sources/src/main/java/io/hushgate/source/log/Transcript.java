package io.hushgate.source.log;

import java.util.Arrays;

/**
 * The text that is made from a log, with the book-keeping that leads back: whatever happens to a
 * byte of the log is told here, in order, and the {@link OffsetMap} gets a mark where text and log
 * come to differ by another amount.
 *
 * <p>Performance island: what is only copied costs a copy.
 */
final class Transcript {
    /** A line that is still open is kept back until it is as long as this. */
    private static final int LONG_LINE = 64 * 1024;

    private final OffsetMap map;
    private final Wraps wraps;
    private final LineListener listener;
    private byte[] out = new byte[1 << 16];
    private int length;
    private int given;
    private int lineStart;

    /** Lines of the text that are ended. */
    private int lines;

    /** Code units of the open line that were given away already. */
    private int lineUnits;

    /** Offset in the text of the first byte of {@code out}. */
    private long base;

    private long originalOffset;
    private int moreLines;
    private int moreColumns;
    private boolean marked;
    private long markedBytes;
    private int markedLines;
    private int markedColumns;

    /** Is told of every line of the text at its end, while it still can be read. */
    interface LineListener {
        /**
         * Takes a line.
         *
         * @param offset of its first byte in the text
         */
        void line(byte[] bytes, int from, int to, long offset);
    }

    Transcript(OffsetMap map, Wraps wraps, LineListener listener) {
        this.map = map;
        this.wraps = wraps;
        this.listener = listener;
    }

    /** Bytes of the log, without a line feed, that stand in the text as they are. */
    void copy(byte[] bytes, int from, int to) {
        if (from == to) {
            return;
        }
        mark();
        int size = to - from;
        ensure(size);
        System.arraycopy(bytes, from, out, length, size);
        length += size;
        originalOffset += size;
    }

    /** Bytes of the log, without a line feed, that stand in no text. */
    void drop(byte[] bytes, int from, int to) {
        originalOffset += to - from;
        moreColumns += Bytes.units(bytes, from, to);
    }

    /** The same, of ASCII. */
    void drop(int count) {
        originalOffset += count;
        moreColumns += count;
    }

    /** One byte that is so many code units. */
    void dropByte(int units) {
        originalOffset++;
        moreColumns += units;
    }

    /** One character that stands for {@code originals} ASCII characters of the log. */
    void put(byte[] character, int size, int originals) {
        mark();
        ensure(size);
        System.arraycopy(character, 0, out, length, size);
        length += size;
        originalOffset += originals;
        moreColumns += originals - Bytes.units(character, 0, size);
    }

    /** A line feed of the log that ends a line of the text. */
    void newLine() {
        long moreBytes = originalOffset - base - length;
        long original = base + lineStart + moreBytes;
        boolean joined =
                lineUnits == 0 && wraps.line(out, lineStart, length, original, moreColumns);
        endLine();
        originalOffset++;
        moreColumns = 0;
        if (joined) {
            repeatJoined();
        }
    }

    /** Lines that the edge of a terminal broke, once more as one. */
    private void repeatJoined() {
        int lines = wraps.count();
        for (int i = 0; i < lines; i++) {
            int size = wraps.end(i) - wraps.start(i);
            long at = base + length;
            map.mark(at, wraps.original(i) - at, moreLines - (lines - i), wraps.moreColumns(i));
            ensure(size);
            System.arraycopy(wraps.text(), wraps.start(i), out, length, size);
            length += size;
        }
        ensure(1);
        out[length++] = '\n';
        lineStart = length;
        lines++;
        moreLines--;
        marked = false;
        wraps.forget();
    }

    /** A line feed of the log after which the line of the text goes on. */
    void joinLine() {
        originalOffset++;
        moreLines++;
        moreColumns = -column();
    }

    /** The end of a line of the text that stands for ASCII characters of the log. */
    void breakLine(int originals) {
        wraps.forget();
        int column = column() + moreColumns;
        endLine();
        moreLines--;
        originalOffset += originals;
        moreColumns = column + originals;
    }

    private void endLine() {
        if (lineUnits == 0) {
            listener.line(out, lineStart, length, base + lineStart);
        }
        mark();
        ensure(1);
        out[length++] = '\n';
        lineStart = length;
        lines++;
        lineUnits = 0;
    }

    /** Tells whether the line of the text has no characters yet. */
    boolean isAtLineStart() {
        return lineStart == length && lineUnits == 0;
    }

    /** Code units on the open line of the text. */
    private int column() {
        return lineUnits + Bytes.units(out, lineStart, length);
    }

    /** The line of the text that is open, from 1. */
    int line() {
        return lines + 1;
    }

    /** Offset in the text of the next byte. */
    long offset() {
        return base + length;
    }

    private void mark() {
        long moreBytes = originalOffset - base - length;
        if (!marked
                || moreBytes != markedBytes
                || moreLines != markedLines
                || moreColumns != markedColumns) {
            map.mark(base + length, moreBytes, moreLines, moreColumns);
            marked = true;
            markedBytes = moreBytes;
            markedLines = moreLines;
            markedColumns = moreColumns;
        }
    }

    private void ensure(int more) {
        if (out.length - length < more) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
        }
    }

    /**
     * Gives away text.
     *
     * @param all also the line that is still open
     * @return how much was given; 0 when there is none yet
     */
    int give(byte[] into, int offset, int most, boolean all) {
        int end = all || length - lineStart > LONG_LINE ? length : lineStart;
        int count = Math.min(most, end - given);
        if (count <= 0) {
            return 0;
        }
        System.arraycopy(out, given, into, offset, count);
        given += count;
        if (given == end) {
            forget();
        }
        return count;
    }

    private void forget() {
        if (given > lineStart) {
            lineUnits += Bytes.units(out, lineStart, given);
            lineStart = given;
        }
        System.arraycopy(out, given, out, 0, length - given);
        base += given;
        length -= given;
        lineStart -= given;
        given = 0;
    }
}
