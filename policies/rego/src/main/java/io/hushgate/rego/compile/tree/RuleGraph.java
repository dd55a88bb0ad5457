package io.hushgate.rego.compile.tree;

import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which rules each rule and each branch refers to, as far as references tell before evaluation. */
public final class RuleGraph {
    private final RuleTree<RuleUnit> tree;
    private final List<RuleUnit> nodes;
    private final Map<RuleUnit, Set<RuleUnit>> edges = new HashMap<>();

    private final Map<RuleUnit, Set<RuleUnit>> reverse = new HashMap<>();
    private final Map<Ref, Set<Ref>> dependentsByTarget = new ConcurrentHashMap<>();

    public RuleGraph(RuleTree<RuleUnit> tree, List<RuleUnit> rulesAndBranches) {
        this.tree = tree;
        this.nodes = List.copyOf(rulesAndBranches);
        for (RuleUnit rule : nodes) {
            Set<RuleUnit> needed = new LinkedHashSet<>();
            rule.head().args().forEach(arg -> Walk.refs(arg, ref -> addRules(ref, needed)));
            rule.head().key().ifPresent(key -> Walk.refs(key, ref -> addRules(ref, needed)));
            rule.head().value().ifPresent(value -> Walk.refs(value, ref -> addRules(ref, needed)));
            Walk.refs(rule.body(), ref -> addRules(ref, needed));
            edges.put(rule, needed);
            needed.forEach(n -> reverse.computeIfAbsent(n, _ -> new LinkedHashSet<>()).add(rule));
        }
    }

    /** The rules and branches that {@code rule} refers to, in the order of the text. */
    public Set<RuleUnit> needs(RuleUnit rule) {
        return edges.getOrDefault(rule, Set.of());
    }

    /** Paths of the rules that {@code ref} could refer to, and of all that need one of those. */
    public Set<Ref> dependents(Ref ref) {
        return dependentsByTarget.computeIfAbsent(ref, this::findDependents);
    }

    private Set<Ref> findDependents(Ref ref) {
        Set<RuleUnit> found = new LinkedHashSet<>();
        addRules(ref, found);
        Deque<RuleUnit> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (RuleUnit dependent : reverse.getOrDefault(open.pop(), Set.of())) {
                if (found.add(dependent)) {
                    open.push(dependent);
                }
            }
        }
        Set<Ref> paths = new LinkedHashSet<>();
        found.forEach(rule -> paths.add(rule.path().groundPrefix()));
        return paths;
    }

    /** All rules and branches; those without cycles stand after all that they need. */
    public List<RuleUnit> ordered() {
        List<RuleUnit> ordered = new ArrayList<>(nodes.size());
        Set<RuleUnit> seen = new HashSet<>();
        for (RuleUnit start : nodes) {
            if (seen.add(start)) {
                visit(start, seen, ordered);
            }
        }
        return ordered;
    }

    private void visit(RuleUnit start, Set<RuleUnit> seen, List<RuleUnit> ordered) {
        record Open(RuleUnit rule, Iterator<RuleUnit> rest) {}
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(start, needs(start).iterator()));
        while (!open.isEmpty()) {
            Open top = open.getFirst();
            if (top.rest().hasNext()) {
                RuleUnit next = top.rest().next();
                if (seen.add(next)) {
                    open.push(new Open(next, needs(next).iterator()));
                }
            } else {
                ordered.add(open.pop().rule());
            }
        }
    }

    /** A way from {@code rule} back to itself; empty if it does not need itself. */
    public List<RuleUnit> cycle(RuleUnit rule) {
        Set<RuleUnit> seen = new HashSet<>(Set.of(rule));
        Deque<RuleUnit> path = new ArrayDeque<>(List.of(rule));
        Deque<Iterator<RuleUnit>> rest = new ArrayDeque<>(List.of(needs(rule).iterator()));
        while (!path.isEmpty()) {
            if (!rest.getFirst().hasNext()) {
                path.pop();
                rest.pop();
                continue;
            }
            RuleUnit next = rest.getFirst().next();
            if (next == rule) {
                List<RuleUnit> cycle = new ArrayList<>(path.reversed());
                cycle.add(rule);
                return cycle;
            }
            if (seen.add(next)) {
                path.push(next);
                rest.push(needs(next).iterator());
            }
        }
        return List.of();
    }

    /** Adds the rules that {@code ref} could refer to, with their branches. */
    private void addRules(Ref ref, Set<RuleUnit> found) {
        Deque<RuleTree<RuleUnit>> places = new ArrayDeque<>();
        tree.find(ref.prefix(1)).ifPresent(places::add);
        for (int i = 1; i < ref.size() && !places.isEmpty(); i++) {
            Deque<RuleTree<RuleUnit>> next = new ArrayDeque<>();
            for (RuleTree<RuleUnit> place : places) {
                if (ref.parts().get(i) instanceof Scalar key) {
                    RuleTree<RuleUnit> child = place.child(key);
                    if (child != null) {
                        next.add(child);
                    }
                } else {
                    next.addAll(place.children().values());
                }
            }
            next.forEach(place -> addRules(place, found));
            places = next;
        }
        places.forEach(place -> place.each(below -> addRules(below, found)));
    }

    private static void addRules(RuleTree<RuleUnit> place, Set<RuleUnit> found) {
        place.rules().forEach(rule -> rule.each(found::add));
    }
}
