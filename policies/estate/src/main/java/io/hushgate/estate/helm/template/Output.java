package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Leaf;
import java.util.ArrayList;
import java.util.List;

/** Text as it is written by a template, and which piece of the template wrote what. */
final class Output {
    /**
     * What printing nothing gives. Helm takes it away from what it writes in the end, but not from
     * what a template hands to {@code include}, where it may be compared or hashed.
     */
    static final String NO_VALUE = "<no value>";

    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();
    private final Budget budget;
    private final boolean mapped;

    /**
     * Begins.
     *
     * @param mapped whether segments are kept
     */
    Output(Budget budget, boolean mapped) {
        this.budget = budget;
        this.mapped = mapped;
    }

    boolean isMapped() {
        return mapped;
    }

    /** Writes what stands in the template as it is. */
    void literal(String piece, int offset) {
        write(piece, offset, true, List.of());
    }

    /** Writes what an action came to. */
    void computed(String piece, int offset, List<Leaf> leaves) {
        write(mapped ? piece.replace(NO_VALUE, "") : piece, offset, false, leaves);
    }

    private void write(String piece, int offset, boolean literal, List<Leaf> leaves) {
        if (piece.isEmpty()) {
            return;
        }
        budget.append(text.length(), piece.length());
        if (mapped) {
            segments.add(new Segment(text.length(), offset, literal, leaves));
        }
        text.append(piece);
    }

    String text() {
        return text.toString();
    }

    List<Segment> segments() {
        return segments;
    }
}
