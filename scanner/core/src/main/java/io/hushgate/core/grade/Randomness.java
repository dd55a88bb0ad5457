package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import io.hushgate.core.rule.Evidence;

/** How random bytes look. */
public final class Randomness {
    private Randomness() {}

    /** Tells whether a value is as random as a rule asks. */
    public static boolean suffices(Slice value, Evidence evidence) {
        return (evidence.minClasses() == 0 || classes(value) >= evidence.minClasses())
                && (evidence.minEntropy() == 0 || entropy(value) >= evidence.minEntropy());
    }

    /**
     * Shannon's entropy (1948) of the bytes as they are distributed in the value, in bits a byte.
     */
    public static double entropy(Slice value) {
        int[] counts = new int[256];
        for (int i = 0; i < value.length(); i++) {
            counts[value.at(i)]++;
        }
        double sum = 0;
        for (int count : counts) {
            if (count > 1) {
                sum += count * Math.log(count);
            }
        }
        int n = value.length();
        return n == 0 ? 0 : (Math.log(n) - sum / n) / Math.log(2);
    }

    /** How many of lower case, upper case, digits and others occur. */
    public static int classes(Slice value) {
        int seen = 0;
        for (int i = 0; i < value.length(); i++) {
            int b = value.at(i);
            if (b >= 'a' && b <= 'z') {
                seen |= 1;
            } else if (b >= 'A' && b <= 'Z') {
                seen |= 2;
            } else if (b >= '0' && b <= '9') {
                seen |= 4;
            } else {
                seen |= 8;
            }
        }
        return Integer.bitCount(seen);
    }
}
