package io.hushgate.rego.value;

/**
 * Finds the position of a value in an array that it does not own: open addressing with linear
 * probing.
 *
 * <p>Performance island. Up to {@value #SCANNED} values there is no table at all and a scan
 * decides; above, one {@code int} slot holds position + 1, and at least half of the slots stay
 * empty. Nothing is allocated by a look-up.
 */
final class HashIndex {
    /** Below this a scan over cached hashes is faster than a probe, and costs no memory. */
    static final int SCANNED = 8;

    private static final int[] NONE = {};

    private int[] slots = NONE;

    /** The position of {@code key} among the first {@code size} values, or -1. */
    @SuppressWarnings("ReferenceEquality") // most keys are interned, so identity mostly decides
    int find(Value[] values, int size, Value key) {
        if (slots.length == 0) {
            for (int i = 0; i < size; i++) {
                if (values[i] == key) {
                    return i;
                }
            }
            int hash = key.hashCode();
            for (int i = 0; i < size; i++) {
                Value value = values[i];
                if (value.hashCode() == hash && value.equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        int mask = slots.length - 1;
        for (int slot = spread(key) & mask; ; slot = (slot + 1) & mask) {
            int position = slots[slot] - 1;
            if (position < 0) {
                return -1;
            }
            Value value = values[position];
            if (value == key || value.equals(key)) {
                return position;
            }
        }
    }

    /** Notes that {@code values[size - 1]} is new. It must not be there yet. */
    void added(Value[] values, int size) {
        if (size <= SCANNED) {
            return;
        }
        if (slots.length < size * 2) {
            slots = new int[Integer.highestOneBit(size) * 4];
            for (int i = 0; i < size; i++) {
                place(values[i], i);
            }
        } else {
            place(values[size - 1], size - 1);
        }
    }

    private void place(Value value, int position) {
        int mask = slots.length - 1;
        int slot = spread(value) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = position + 1;
    }

    /** Fibonacci hashing: small integers and equal suffixes must not fall side by side. */
    private static int spread(Value value) {
        int h = value.hashCode() * 0x9e3779b9;
        return h ^ (h >>> 16);
    }
}
