package io.hushgate.core.match;

import java.util.Arrays;

/**
 * Finds the keywords in many short stretches of a text: copies them into one array, a byte between
 * them that is in no keyword, so that the automaton steps four places of it at once.
 *
 * <p>Performance island. One per thread.
 */
final class FreshHits {
    private static final int ROOM = 64 * 1024;

    /** Longer stretches are scanned where they are. */
    private static final int LONG = 4 * 1024;

    /** Keywords are ASCII: this byte leads every state back to the start. */
    private static final byte BETWEEN = (byte) 0xff;

    private final KeywordAutomaton automaton;
    private final byte[] gathered = new byte[ROOM];
    private final long[] hits = new long[ROOM];
    private int used;
    private int stretches;
    private int[] startAt = new int[64];
    private int[] shiftOf = new int[64];
    private int[] after = new int[64];
    private long[] found = new long[256];
    private int count;

    FreshHits(KeywordAutomaton automaton) {
        this.automaton = automaton;
    }

    void begin() {
        used = 0;
        stretches = 0;
        count = 0;
    }

    /** Takes the keywords that end in {@code (from, to]}; stretches come in ascending order. */
    void take(Text text, int from, int to) {
        int start = Math.max(text.from(), from - automaton.longest() + 1);
        int length = to - start;
        if (length >= LONG) {
            finish();
            for (int at = from; at < to; at += ROOM) {
                int end = Math.min(to, at + ROOM);
                int n = automaton.scan(text.bytes(), text.from(), at, end, hits);
                sort(n);
                for (int i = 0; i < n; i++) {
                    add(hits[i]);
                }
            }
            return;
        }
        if (used + length + 1 > ROOM) {
            finish();
        }
        if (stretches == startAt.length) {
            startAt = Arrays.copyOf(startAt, 2 * stretches);
            shiftOf = Arrays.copyOf(shiftOf, 2 * stretches);
            after = Arrays.copyOf(after, 2 * stretches);
        }
        startAt[stretches] = used;
        shiftOf[stretches] = start - used;
        after[stretches++] = from;
        System.arraycopy(text.bytes(), start, gathered, used, length);
        used += length;
        gathered[used++] = BETWEEN;
    }

    /** Ends the taking; the hits are there. */
    void finish() {
        int n = automaton.scan(gathered, 0, 0, used, hits);
        sort(n);
        int stretch = 0;
        for (int i = 0; i < n; i++) {
            int end = (int) (hits[i] >>> 32);
            while (stretch + 1 < stretches && startAt[stretch + 1] < end) {
                stretch++;
            }
            int inText = end + shiftOf[stretch];
            if (inText > after[stretch]) {
                add((long) inText << 32 | (int) hits[i]);
            }
        }
        used = 0;
        stretches = 0;
    }

    /** Brings hits into the order of the text, with the offset in the upper half. */
    private void sort(int n) {
        for (int i = 0; i < n; i++) {
            hits[i] = Long.rotateLeft(hits[i], Integer.SIZE);
        }
        Arrays.sort(hits, 0, n);
    }

    private void add(long hit) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = hit;
    }

    int count() {
        return count;
    }

    /** The offset after a keyword. */
    int end(int i) {
        return (int) (found[i] >>> 32);
    }

    /** The number of the accepting state that it leads to. */
    int accepting(int i) {
        return automaton.accepting(found[i] << 32);
    }
}
