package io.hushgate.core.pattern;

/**
 * A set of small numbers that remembers the order of insertion and is cleared at once (Briggs and
 * Torczon, "An efficient representation for sparse sets", 1993).
 */
final class StepSet {
    private final int[] dense;
    private final int[] place;
    private int size;

    StepSet(int capacity) {
        dense = new int[capacity];
        place = new int[capacity];
    }

    boolean add(int value) {
        int at = place[value];
        if (at < size && dense[at] == value) {
            return false;
        }
        place[value] = size;
        dense[size++] = value;
        return true;
    }

    int get(int index) {
        return dense[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
