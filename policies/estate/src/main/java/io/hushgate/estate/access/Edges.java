package io.hushgate.estate.access;

import io.hushgate.estate.fact.Confidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes steps as they are found; of several between the same nodes it keeps the most telling. */
final class Edges {
    private final Map<AccessNode, Map<AccessNode, AccessEdge>> byFrom = new TreeMap<>();

    void add(
            AccessNode from,
            AccessNode to,
            Way way,
            String detail,
            List<Evidence> evidence,
            Confidence limit) {
        if (!from.equals(to)) {
            add(AccessEdge.of(from, to, way, detail, evidence, limit));
        }
    }

    void add(AccessEdge edge) {
        byFrom.computeIfAbsent(edge.from(), _ -> new TreeMap<>())
                .merge(
                        edge.to(),
                        edge,
                        (one, other) -> AccessEdge.ORDER.compare(one, other) <= 0 ? one : other);
    }

    /** The steps from a node, by where they lead. */
    Collection<AccessEdge> from(AccessNode node) {
        return byFrom.getOrDefault(node, Map.of()).values();
    }

    /** All steps, by where they begin and lead. */
    List<AccessEdge> all() {
        List<AccessEdge> all = new ArrayList<>();
        byFrom.values().forEach(edges -> all.addAll(edges.values()));
        return all;
    }

    /** Tells whether some step leads to a node of that kind. */
    boolean reachesA(AccessNode.Kind kind) {
        return byFrom.values().stream()
                .anyMatch(edges -> edges.keySet().stream().anyMatch(to -> to.kind() == kind));
    }
}
