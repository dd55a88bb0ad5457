package io.hushgate.core.match;

import java.util.Arrays;

/**
 * Places of a text in ascending order, each with the bytes that decide what is found there.
 * Parallel arrays, for a history has millions of them.
 */
final class Spots {
    /** Where something is found: lies within no stretch of bytes. */
    static final int LOUD = Integer.MIN_VALUE;

    private int[] places;
    private int[] whats;
    private int[] lows;
    private int[] highs;
    private int count;

    Spots() {
        this(256);
    }

    private Spots(int room) {
        places = new int[room];
        whats = new int[room];
        lows = new int[room];
        highs = new int[room];
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /**
     * Adds a place behind the others.
     *
     * @param what an accepting state for a keyword that ends at {@code at}; the end of a run that
     *     starts there
     * @param low the first byte that decides, or {@link #LOUD}; one before the text when that it
     *     starts there decides
     * @param high after the last byte that decides; one after the text likewise
     */
    void add(int at, int what, int low, int high) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            whats = Arrays.copyOf(whats, 2 * count);
            lows = Arrays.copyOf(lows, 2 * count);
            highs = Arrays.copyOf(highs, 2 * count);
        }
        places[count] = at;
        whats[count] = what;
        lows[count] = low;
        highs[count++] = high;
    }

    /** Says that more bytes decide, or that something is found. */
    void widen(int i, int low, int high) {
        lows[i] = Math.min(lows[i], low);
        highs[i] = Math.max(highs[i], high);
    }

    int at(int i) {
        return places[i];
    }

    int what(int i) {
        return whats[i];
    }

    int low(int i) {
        return lows[i];
    }

    int high(int i) {
        return highs[i];
    }

    /** Tells whether nothing is found at a place and {@code [from, to)} alone decides that. */
    boolean isSilent(int i, int from, int to) {
        return lows[i] >= from && highs[i] <= to;
    }

    /** Number of the first place at or after an offset. */
    int firstFrom(int offset) {
        int found = Arrays.binarySearch(places, 0, count, offset);
        int i = found < 0 ? -found - 1 : found;
        while (i > 0 && places[i - 1] == offset) {
            i--;
        }
        return i;
    }

    /** A copy that takes no more memory than it needs. */
    Spots copy() {
        Spots copy = new Spots(0);
        copy.places = Arrays.copyOf(places, count);
        copy.whats = Arrays.copyOf(whats, count);
        copy.lows = Arrays.copyOf(lows, count);
        copy.highs = Arrays.copyOf(highs, count);
        copy.count = count;
        return copy;
    }
}
