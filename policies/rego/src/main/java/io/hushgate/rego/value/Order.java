package io.hushgate.rego.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sorting of members and keys, which often come sorted already. */
final class Order {
    private Order() {}

    static Value[] sort(Value[] members) {
        if (isSorted(members)) {
            return members;
        }
        Value[] copy = members.clone();
        Arrays.sort(copy);
        return copy;
    }

    /**
     * The positions of {@code keys} in sorted order, or null when they are sorted as they stand.
     */
    static int @Nullable [] of(Value[] keys) {
        if (isSorted(keys)) {
            return null;
        }
        Integer[] order = new Integer[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> keys[a].compareTo(keys[b]));
        int[] positions = new int[order.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = order[i];
        }
        return positions;
    }

    static Value[] pick(Value[] from, int[] positions) {
        Value[] picked = new Value[positions.length];
        for (int i = 0; i < positions.length; i++) {
            picked[i] = from[positions[i]];
        }
        return picked;
    }

    private static boolean isSorted(Value[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i - 1].compareTo(values[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Spreads a member's hash before it is summed up, so that swapped parts do not cancel out. */
    static int mix(int hash) {
        int h = hash * 0x85ebca6b;
        h ^= h >>> 13;
        return h * 0xc2b2ae35;
    }
}
