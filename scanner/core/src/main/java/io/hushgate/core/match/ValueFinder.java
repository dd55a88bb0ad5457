package io.hushgate.core.match;

import java.util.Arrays;
import java.util.List;

/**
 * Finds values that somebody named, as they are and in all of their {@link ValueForms}, also inside
 * of words. Closing wipes them. Thread-safe.
 */
public final class ValueFinder implements AutoCloseable {
    /** The fewest bytes of a value: two or three turn up in every line. */
    public static final int SHORTEST = 4;

    private final FormFinder finder;
    private final byte[][] brief;

    /** Takes what is found. */
    @FunctionalInterface
    public interface Hits {
        /** A value stands, in whatever form, at {@code [start, end)}. */
        void hit(int start, int end);
    }

    /**
     * Prepares a search.
     *
     * @param values of {@link #SHORTEST} bytes or more; the arrays are wiped with this
     */
    public ValueFinder(List<byte[]> values) {
        if (values.stream().anyMatch(value -> value.length < SHORTEST)) {
            throw new IllegalArgumentException("a value of less than " + SHORTEST + " bytes");
        }
        this.finder = new FormFinder(values.stream().map(ValueForms::of).toList());
        this.brief =
                values.stream()
                        .filter(value -> value.length < ValueForms.SHORTEST)
                        .toArray(byte[][]::new);
    }

    /** Finds every value in {@code [from, to)}, in no order. */
    public void find(byte[] bytes, int from, int to, Hits hits) {
        finder.find(bytes, from, to, to, (_, start, end) -> hits.hit(start, end));
        for (byte[] value : brief) {
            for (int at = from; at + value.length <= to; at++) {
                if (bytes[at] == value[0]
                        && Arrays.equals(value, 0, value.length, bytes, at, at + value.length)) {
                    hits.hit(at, at + value.length);
                }
            }
        }
    }

    @Override
    public void close() {
        finder.close();
        for (byte[] value : brief) {
            Arrays.fill(value, (byte) 0);
        }
    }
}
