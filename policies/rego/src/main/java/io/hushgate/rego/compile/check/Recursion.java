package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.compile.tree.RuleGraph;
import io.hushgate.rego.compile.unit.Problems;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds rules that need themselves, and says by which way. */
public final class Recursion {
    private Recursion() {}

    public static void check(List<RuleUnit> rules, RuleGraph graph, Problems problems) {
        Set<RuleUnit> acyclic = acyclic(rules, graph);
        for (RuleUnit rule : rules) {
            if (acyclic.contains(rule)) {
                continue;
            }
            List<RuleUnit> cycle = graph.cycle(rule);
            if (!cycle.isEmpty()) {
                String way =
                        cycle.stream().map(RuleUnit::toString).collect(Collectors.joining(" -> "));
                problems.add(
                        ErrorCode.RECURSION,
                        rule.location(),
                        "rule %s is recursive: %s".formatted(rule, way));
                if (problems.isFull()) {
                    return;
                }
            }
        }
    }

    /** Rules that need no cycle: taken away one by one, those first that need nothing. */
    private static Set<RuleUnit> acyclic(List<RuleUnit> rules, RuleGraph graph) {
        Map<RuleUnit, Integer> missing = new HashMap<>();
        Map<RuleUnit, Set<RuleUnit>> dependents = new HashMap<>();
        Deque<RuleUnit> free = new ArrayDeque<>();
        for (RuleUnit rule : rules) {
            Set<RuleUnit> needs = graph.needs(rule);
            missing.put(rule, needs.size());
            needs.forEach(n -> dependents.computeIfAbsent(n, _ -> new HashSet<>()).add(rule));
            if (needs.isEmpty()) {
                free.add(rule);
            }
        }
        Set<RuleUnit> acyclic = new HashSet<>();
        while (!free.isEmpty()) {
            RuleUnit rule = free.pop();
            acyclic.add(rule);
            for (RuleUnit dependent : dependents.getOrDefault(rule, Set.of())) {
                if (missing.merge(dependent, -1, Integer::sum) == 0) {
                    free.add(dependent);
                }
            }
        }
        return acyclic;
    }
}
