package io.hushgate.estate.access;

import io.hushgate.estate.fact.Confidence;
import java.util.Comparator;
import java.util.List;

/**
 * One step that can be taken.
 *
 * @param way what is done
 * @param detail what exactly permits it, such as {@code create pods/exec}; empty if the way says
 *     all
 * @param evidence where it is written; empty where it follows from what the two are
 * @param confidence no surer than its evidence
 */
public record AccessEdge(
        AccessNode from,
        AccessNode to,
        Way way,
        String detail,
        List<Evidence> evidence,
        Confidence confidence) {

    /** Of several steps between the same nodes the first tells most: surest, then most direct. */
    static final Comparator<AccessEdge> ORDER =
            Comparator.comparing(AccessEdge::from)
                    .thenComparing(AccessEdge::to)
                    .thenComparing(AccessEdge::confidence)
                    .thenComparing(AccessEdge::way)
                    .thenComparing(AccessEdge::detail)
                    .thenComparing(AccessEdge::places);

    public AccessEdge {
        evidence = List.copyOf(evidence);
    }

    /** An edge as sure as the least sure of its places, and at most {@code limit}. */
    static AccessEdge of(
            AccessNode from,
            AccessNode to,
            Way way,
            String detail,
            List<Evidence> evidence,
            Confidence limit) {
        Confidence sure = limit;
        for (Evidence one : evidence) {
            sure = sure.and(one.at().confidence());
        }
        return new AccessEdge(from, to, way, detail, evidence, sure);
    }

    private String places() {
        return evidence.stream().map(Evidence::place).toList().toString();
    }

    /** The same step taken by somebody else. */
    AccessEdge by(AccessNode other) {
        return new AccessEdge(other, to, way, detail, evidence, confidence);
    }
}
