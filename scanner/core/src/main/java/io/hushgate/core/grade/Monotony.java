package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import io.hushgate.core.bytes.Words;

/** What chance does not make: masks, repetitions, and what fingers type along a row of keys. */
final class Monotony {
    /** Words of hexadecimal digits that chance does not make. */
    private static final Words TYPED_WORDS =
            Words.ignoringCase("deadbeef", "cafebabe", "badc0ffee", "c0ffee00");

    /** So many characters of only two are no chance: once in a thousand if there were but two. */
    private static final int MIN_OF_TWO = 10;

    /** Chance makes such a run in 40 random characters once in a hundred million. */
    private static final int LONG_RUN = 9;

    private Monotony() {}

    /** Tells whether a value is made of the signs that stand for a hidden one alone. */
    static boolean isMask(Slice value) {
        for (int i = 0; i < value.length(); i++) {
            if ("*.-_#?xX+~ \u0000".indexOf(value.at(i)) < 0 && value.at(i) < 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether a value is nearly one character, or made of two, as {@code XXXX-XXXX} is.
     * Chance makes a run of 8 in 40 random characters once in a hundred million.
     */
    static boolean isRepetition(Slice value) {
        int length = value.length();
        if (length < 4) {
            return length > 0;
        }
        int same = 1;
        int longestSame = 1;
        int other = value.at(0);
        boolean three = false;
        for (int i = 1; i < length; i++) {
            int b = value.at(i);
            same = b == value.at(i - 1) ? same + 1 : 1;
            longestSame = Math.max(longestSame, same);
            if (b != value.at(0) && b != other) {
                three |= other != value.at(0);
                other = b;
            }
        }
        return longestSame >= Math.min(Math.max(4, length * 2 / 5), 8)
                || (!three && length >= MIN_OF_TWO);
    }

    /**
     * Tells whether somebody typed a value: it counts up or down, for nine characters or half of
     * its length, or repeats a short piece. Whoever made it up followed the form, so that behind
     * the mark of a vendor it is weak and not nothing.
     */
    static boolean isTyped(Slice value) {
        int count = longestCount(value);
        return TYPED_WORDS.isPartOf(value)
                || count >= LONG_RUN
                || count >= Math.max(4, value.length() / 2)
                || isPeriodic(value);
    }

    /** Bytes of the longest run in which each is one more, or one less, than the one before. */
    private static int longestCount(Slice value) {
        int steps = 1;
        int step = 0;
        int longest = 1;
        for (int i = 1; i < value.length(); i++) {
            int difference = value.at(i) - value.at(i - 1);
            boolean follows = Math.abs(difference) == 1 && (steps == 1 || difference == step);
            steps = follows ? steps + 1 : 1;
            step = difference;
            longest = Math.max(longest, steps);
        }
        return longest;
    }

    /** A piece of up to 10 bytes, at least three times, from the end backwards. */
    private static boolean isPeriodic(Slice value) {
        int length = value.length();
        for (int period = 1; period <= 10 && period * 3 <= length; period++) {
            int i = length - 1;
            while (i >= period && value.at(i) == value.at(i - period)) {
                i--;
            }
            int covered = length - 1 - i + period;
            if (covered >= period * 3 && covered * 5 >= length * 3) {
                return true;
            }
        }
        return false;
    }
}
