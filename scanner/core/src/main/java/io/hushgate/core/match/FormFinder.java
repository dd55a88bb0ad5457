package io.hushgate.core.match;

import java.util.Arrays;
import java.util.List;

/**
 * Finds many texts of eight bytes or more in one pass that reads about every fifth byte: the
 * algorithm of Wu and Manber ("A fast algorithm for multi-pattern searching", 1994) with blocks of
 * four bytes.
 *
 * <pre>
 *   text    . . . . [w i n d o w . .] . . .      the window: eight bytes at the position
 *                            [block ]            its last four decide how far it may move
 * </pre>
 *
 * <p>Performance island. Allocates nothing while it searches. Immutable but for {@link #close},
 * which wipes the texts; shared by threads.
 */
final class FormFinder implements AutoCloseable {
    /** Bytes by which the start of a text is known. */
    static final int WINDOW = ValueForms.SHORTEST;

    private static final int BLOCK = Integer.BYTES;
    private static final int MOST = WINDOW - BLOCK + 1;

    /** Places of the table for each block in it, so that few others share one. */
    private static final int SPARSE = 16;

    private static final int FEWEST_BITS = 14;
    private static final int MOST_BITS = 20;
    private static final int SPREAD = 0x9E3779B1;

    private final byte[][] forms;
    private final int[] owners;
    private final int[] next;
    private final int[] first;
    private final byte[] shifts;
    private final int unused;
    private final int longest;

    /** Takes what is found. */
    interface Hits {
        /** The text of {@code owner} stands at {@code [start, end)}. */
        void hit(int owner, int start, int end);
    }

    /**
     * Prepares a search.
     *
     * @param forms of each owner; the array is wiped with this
     */
    FormFinder(List<List<byte[]>> forms) {
        this.forms = forms.stream().flatMap(List::stream).toArray(byte[][]::new);
        this.owners = new int[this.forms.length];
        this.next = new int[this.forms.length];
        int bits = 32 - Integer.numberOfLeadingZeros(this.forms.length * MOST * SPARSE);
        bits = Math.clamp(bits, FEWEST_BITS, MOST_BITS);
        this.unused = Integer.SIZE - bits;
        this.shifts = new byte[1 << bits];
        this.first = new int[1 << bits];
        Arrays.fill(shifts, (byte) MOST);
        Arrays.fill(first, -1);
        int number = 0;
        int most = 0;
        for (int owner = 0; owner < forms.size(); owner++) {
            for (byte[] form : forms.get(owner)) {
                owners[number] = owner;
                add(number++, form);
                most = Math.max(most, form.length);
            }
        }
        this.longest = most;
    }

    private void add(int number, byte[] form) {
        for (int at = 0; at < MOST; at++) {
            int hash = hash(form, at);
            shifts[hash] = (byte) Math.min(shifts[hash], MOST - 1 - at);
        }
        int last = hash(form, MOST - 1);
        next[number] = first[last];
        first[last] = number;
    }

    /** Bytes of the longest text. */
    int longest() {
        return longest;
    }

    /** Byte by byte: the first compiler calls a method for each view of an array as numbers. */
    private int hash(byte[] bytes, int at) {
        int block =
                (bytes[at] & 0xff)
                        | (bytes[at + 1] & 0xff) << 8
                        | (bytes[at + 2] & 0xff) << 16
                        | bytes[at + 3] << 24;
        return (block * SPREAD) >>> unused;
    }

    /**
     * Finds the next place at which a text may start: its first {@link #WINDOW} bytes stand there.
     *
     * @param limit places from here on are not looked for
     * @param to what is from here on does not count
     * @return the place, or {@code limit} when there is none
     */
    int next(byte[] bytes, int from, int limit, int to) {
        byte[] table = shifts;
        int end = Math.min(limit, to - WINDOW + 1);
        int at = from;
        while (at < end) {
            // As hash does; C1 does not inline what is as long as that.
            int block =
                    (bytes[at + MOST - 1] & 0xff)
                            | (bytes[at + MOST] & 0xff) << 8
                            | (bytes[at + MOST + 1] & 0xff) << 16
                            | bytes[at + MOST + 2] << 24;
            int hash = (block * SPREAD) >>> unused;
            int shift = table[hash];
            if (shift == 0) {
                if (mayStart(bytes, at, first[hash])) {
                    return at;
                }
                shift = 1;
            }
            at += shift;
        }
        return limit;
    }

    private boolean mayStart(byte[] bytes, int at, int firstForm) {
        for (int number = firstForm; number >= 0; number = next[number]) {
            byte[] form = forms[number];
            if (form[0] == bytes[at] && Arrays.equals(form, 0, WINDOW, bytes, at, at + WINDOW)) {
                return true;
            }
        }
        return false;
    }

    /** Tells the texts that start at a place of {@link #next} and end at {@code to} or before. */
    void at(byte[] bytes, int at, int to, Hits hits) {
        int hash = hash(bytes, at + MOST - 1);
        for (int number = first[hash]; number >= 0; number = next[number]) {
            byte[] form = forms[number];
            int end = at + form.length;
            if (end <= to && Arrays.equals(form, 0, form.length, bytes, at, end)) {
                hits.hit(owners[number], at, end);
            }
        }
    }

    /**
     * Finds every text that starts in {@code [from, limit)} and ends at {@code to} or before, in
     * the order of their starts.
     */
    void find(byte[] bytes, int from, int limit, int to, Hits hits) {
        for (int at = next(bytes, from, limit, to);
                at < limit;
                at = next(bytes, at + 1, limit, to)) {
            at(bytes, at, to, hits);
        }
    }

    @Override
    public void close() {
        for (byte[] form : forms) {
            Arrays.fill(form, (byte) 0);
        }
    }
}
