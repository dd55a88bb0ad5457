package io.hushgate.source.git;

import java.util.Arrays;

/** A growing array of {@code int}. For one thread. */
final class IntList {
    private int[] values = new int[1 << 10];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int get(int i) {
        return values[i];
    }

    void set(int i, int value) {
        values[i] = value;
    }

    int size() {
        return size;
    }

    void removeLast() {
        size--;
    }

    int last() {
        return values[size - 1];
    }
}
