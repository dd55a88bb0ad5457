package io.hushgate.estate.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems up to a limit. */
final class Problems {
    private final Source source;
    private final int max;
    private final List<Problem> found = new ArrayList<>();

    Problems(Source source, Limits limits) {
        this.source = source;
        this.max = limits.maxProblems();
    }

    void add(Problem.Code code, int offset, String what) {
        if (found.size() < max) {
            found.add(new Problem(code, source.placeAt(offset), what));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Tells whether as many were found as are kept; a reader that goes on learns nothing more. */
    boolean isFull() {
        return found.size() >= max;
    }

    List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::code))
                .toList();
    }
}
