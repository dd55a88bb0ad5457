package io.hushgate.source.log;

import java.util.Arrays;

/**
 * Notices lines that a terminal broke at its edge, and joins them, for a value may lie over the
 * edge. Lines are full when they are as long as the longest so far and several are; a line after
 * full ones is taken to be their rest. The joined text is one more line of the text, behind those
 * that it is made of, which stay: the guess may be wrong.
 */
final class Wraps {
    /** Terminals are no narrower, and what is wider is no terminal. */
    private static final int NARROWEST = 72;

    private static final int WIDEST = 250;

    /** So many lines of the greatest length are chance. */
    private static final int CHANCE = 2;

    private static final int MOST_LINES = 64;

    private final boolean on;
    private byte[] text = new byte[256];
    private int size;
    private final int[] ends = new int[MOST_LINES];
    private final long[] originals = new long[MOST_LINES];
    private final int[] columns = new int[MOST_LINES];
    private int count;
    private int width = NARROWEST;
    private int full;

    /**
     * Watches one log.
     *
     * @param on whether its writer shows what a terminal showed
     */
    Wraps(boolean on) {
        this.on = on;
    }

    /**
     * Takes a line of the text.
     *
     * @param original offset of its first byte in the log
     * @param column of its first character in the log, from 0
     * @return whether a joined text is ready, made of lines up to this one
     */
    boolean line(byte[] bytes, int from, int to, long original, int column) {
        if (!on || width > WIDEST || (count == 0 && to - from < width)) {
            return false;
        }
        int units = Bytes.units(bytes, from, to);
        if (units > width) {
            width = units;
            full = 1;
            count = 0;
            return false;
        }
        boolean isFull = units == width;
        full += isFull ? 1 : 0;
        if (full <= CHANCE || (count == 0 && !isFull)) {
            return false;
        }
        if (count == 0) {
            size = 0;
        }
        append(bytes, from, to, original, column);
        boolean ready = (!isFull && units > 0) || count == MOST_LINES;
        if (!isFull && units == 0) {
            count = 0;
        }
        return ready;
    }

    private void append(byte[] bytes, int from, int to, long original, int column) {
        int length = to - from;
        if (text.length - size < length) {
            text = Arrays.copyOf(text, 2 * (size + length));
        }
        System.arraycopy(bytes, from, text, size, length);
        size += length;
        ends[count] = size;
        originals[count] = original;
        columns[count] = column;
        count++;
    }

    /** What is being joined is no paragraph. */
    void forget() {
        count = 0;
    }

    /** How many lines were joined. */
    int count() {
        return count;
    }

    byte[] text() {
        return text;
    }

    /** Where a line starts in the joined text. */
    int start(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }

    int end(int i) {
        return ends[i];
    }

    /** Offset of a line in the log. */
    long original(int i) {
        return originals[i];
    }

    /** By how many columns a line stands further right in the log than in the joined text. */
    int moreColumns(int i) {
        return columns[i] - Bytes.units(text, 0, start(i));
    }
}
