package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Leaf;
import java.util.List;

/**
 * A stretch of output, up to the next one, and where it comes from.
 *
 * @param start offset in the output
 * @param offset of the literal text or of the action, in the template
 * @param literal whether the output is the template's own text, character for character
 * @param leaves values of values files that the action looked at
 */
public record Segment(int start, int offset, boolean literal, List<Leaf> leaves) {
    public Segment {
        leaves = List.copyOf(leaves);
    }

    Segment startingAt(int otherStart, int otherOffset) {
        return new Segment(otherStart, otherOffset, literal, leaves);
    }
}
