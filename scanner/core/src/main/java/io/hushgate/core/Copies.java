package io.hushgate.core;

import java.util.Arrays;

/**
 * The longer stretches of one text that stand in another, its base, byte for byte: in order of the
 * text, without overlap; where in the base they come from has no order. Filled again and again, for
 * one thread.
 */
public final class Copies {
    /**
     * The fewest bytes of a stretch: more than the longest keyword has. Four of five copies in
     * git's packs are shorter, and all of them together hold little.
     */
    public static final int SHORTEST = 64;

    private static final int NUMBERS = 3;

    private int[] numbers = new int[32 * NUMBERS];
    private int count;
    private int baseLength;

    /** Starts again with a base of so many bytes. */
    public void reset(int newBaseLength) {
        baseLength = newBaseLength;
        count = 0;
    }

    /**
     * Adds a stretch behind the last one, unless it is too short; two that lie side by side in both
     * texts become one.
     *
     * @param from offset in the base
     * @param to offset in the text
     */
    public void add(int from, int to, int length) {
        if (length < SHORTEST) {
            return;
        }
        if (count > 0) {
            int last = count - 1;
            if (to(last) + length(last) == to && from(last) + length(last) == from) {
                numbers[NUMBERS * last + 2] += length;
                return;
            }
        }
        if (NUMBERS * (count + 1) > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        int at = NUMBERS * count++;
        numbers[at] = from;
        numbers[at + 1] = to;
        numbers[at + 2] = length;
    }

    public int count() {
        return count;
    }

    /** Where a stretch starts in the base. */
    public int from(int i) {
        return numbers[NUMBERS * i];
    }

    /** Where it starts in the text. */
    public int to(int i) {
        return numbers[NUMBERS * i + 1];
    }

    public int length(int i) {
        return numbers[NUMBERS * i + 2];
    }

    /** Bytes of the base. */
    public int baseLength() {
        return baseLength;
    }
}
