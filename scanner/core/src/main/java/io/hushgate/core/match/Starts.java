package io.hushgate.core.match;

import io.hushgate.core.Copies;
import java.util.Arrays;

/**
 * Where in a text known values may start, in ascending order. Left with a text for those that are
 * made from it, in which only what is new is then searched.
 */
final class Starts {
    /** The most bytes of a start that may lie beyond the place itself. */
    private static final int REACH = FormFinder.WINDOW - 1;

    private int[] places = new int[16];
    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    int at(int i) {
        return places[i];
    }

    /** Searches {@code [from, limit)} of a text. */
    void search(FormFinder finder, Text text, int from, int limit) {
        int at = finder.next(text.bytes(), from, limit, text.to());
        while (at < limit) {
            add(at);
            at = finder.next(text.bytes(), at + 1, limit, text.to());
        }
    }

    /** Searches what of a text is new, and takes over what stands in the copied stretches. */
    void searchNew(FormFinder finder, Text text, Copies copies, Starts base) {
        int from = 0;
        for (int c = 0; c < copies.count(); c++) {
            search(finder, text, from, copies.to(c));
            int kept = copies.length(c) - REACH;
            takeOver(base, copies.from(c), copies.from(c) + kept, copies.to(c) - copies.from(c));
            from = copies.to(c) + kept;
        }
        search(finder, text, from, text.to());
    }

    private void takeOver(Starts base, int from, int to, int shift) {
        int found = Arrays.binarySearch(base.places, 0, base.count, from);
        for (int i = found < 0 ? -found - 1 : found; i < base.count && base.places[i] < to; i++) {
            add(base.places[i] + shift);
        }
    }

    private void add(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }

    /** A copy that takes no more memory than it needs. */
    Starts copy() {
        Starts copy = new Starts();
        copy.places = Arrays.copyOf(places, count);
        copy.count = count;
        return copy;
    }
}
