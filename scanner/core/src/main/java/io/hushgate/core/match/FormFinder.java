package io.hushgate.core.match;

import java.util.Arrays;
import java.util.List;

/**
 * Finds many texts of eight bytes or more in one pass that reads every fifth block of four bytes:
 * of the five blocks in the first eight bytes of a text, the window, exactly one is such a block.
 * As in the algorithm of Wu and Manber ("A fast algorithm for multi-pattern searching", 1994) a
 * table tells of a block where in a window it stands; the steps are all alike instead of as long as
 * the table allows, so that no step waits for the table.
 *
 * <pre>
 *   text    . . . . [w i n d o w . .] . . .
 *                      [block ]   . . . [block ]
 * </pre>
 *
 * <p>Performance island. Allocates nothing while it searches. Immutable but for {@link #close},
 * which wipes the texts; shared by threads.
 */
final class FormFinder implements AutoCloseable {
    /** Bytes by which the start of a text is known. */
    static final int WINDOW = ValueForms.SHORTEST;

    private static final int BLOCK = Integer.BYTES;

    /** Blocks in a window. */
    private static final int BLOCKS = WINDOW - BLOCK + 1;

    /** Places of the table for each block in it, so that few others share one. */
    private static final int SPARSE = 16;

    private static final int FEWEST_BITS = 14;
    private static final int MOST_BITS = 20;
    private static final int SPREAD = 0x9E3779B1;

    private final byte[][] forms;
    private final int[] owners;
    private final int[] next;
    private final int[] first;

    /** For each block the offsets in windows at which it stands, a bit for each. */
    private final byte[] offsets;

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
        int bits = 32 - Integer.numberOfLeadingZeros(this.forms.length * BLOCKS * SPARSE);
        bits = Math.clamp(bits, FEWEST_BITS, MOST_BITS);
        this.unused = Integer.SIZE - bits;
        this.offsets = new byte[1 << bits];
        this.first = new int[1 << bits];
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
        for (int at = 0; at < BLOCKS; at++) {
            offsets[hash(form, at)] |= (byte) (1 << at);
        }
        int last = hash(form, BLOCKS - 1);
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
        byte[] table = offsets;
        int end = Math.min(limit, to - WINDOW + 1);
        int last = Math.min(end + BLOCKS - 2, to - BLOCK);
        int at = from + BLOCKS - 1;
        for (; at <= last; at += BLOCKS) {
            // As hash does; C1 does not inline what is as long as that.
            int block =
                    (bytes[at] & 0xff)
                            | (bytes[at + 1] & 0xff) << 8
                            | (bytes[at + 2] & 0xff) << 16
                            | bytes[at + 3] << 24;
            int possible = table[(block * SPREAD) >>> unused];
            if (possible != 0) {
                int start = around(bytes, at, possible, end);
                if (start >= 0) {
                    return start;
                }
            }
        }
        for (int start = at - BLOCKS + 1; start < end; start++) {
            if (mayStart(bytes, start)) {
                return start;
            }
        }
        return limit;
    }

    /** The first start of which the block at {@code at} is a part, or -1. */
    private int around(byte[] bytes, int at, int possible, int end) {
        for (int offset = BLOCKS - 1; offset >= 0; offset--) {
            int start = at - offset;
            if ((possible & 1 << offset) != 0 && start < end && mayStart(bytes, start)) {
                return start;
            }
        }
        return -1;
    }

    private boolean mayStart(byte[] bytes, int at) {
        int last = hash(bytes, at + BLOCKS - 1);
        if ((offsets[last] & 1 << (BLOCKS - 1)) == 0 || (offsets[hash(bytes, at)] & 1) == 0) {
            return false; // the table is in a nearer cache than what it leads to
        }
        for (int number = first[last]; number >= 0; number = next[number]) {
            byte[] form = forms[number];
            if (form[0] == bytes[at] && Arrays.equals(form, 0, WINDOW, bytes, at, at + WINDOW)) {
                return true;
            }
        }
        return false;
    }

    /** Tells the texts that start at a place of {@link #next} and end at {@code to} or before. */
    void at(byte[] bytes, int at, int to, Hits hits) {
        int hash = hash(bytes, at + BLOCKS - 1);
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
