package io.hushgate.estate.access;

import io.hushgate.estate.fact.KubernetesFact.LabelRequirement;
import io.hushgate.estate.fact.KubernetesFact.LabelSelector;
import io.hushgate.estate.fact.KubernetesFact.RbacRole;
import io.hushgate.estate.fact.Provenance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of every role, those of aggregated ClusterRoles with what they gather, over any number
 * of steps; a circle of roles that gather one another ends where it closes.
 */
final class RoleRules {
    private final Map<String, List<RbacRole>> cluster = new LinkedHashMap<>();
    private final Map<String, List<RbacRole>> namespaced = new HashMap<>();
    private final Map<String, List<SourcedRule>> known = new HashMap<>();

    RoleRules(Collection<RbacRole> roles) {
        for (RbacRole role : roles) {
            boolean wide = role.scope().equals("cluster");
            (wide ? cluster : namespaced)
                    .computeIfAbsent(wide ? role.name() : key(role), _ -> new ArrayList<>())
                    .add(role);
        }
    }

    private static String key(RbacRole role) {
        return role.namespace() + "/" + role.name();
    }

    /** The rules of a Role; none if nobody defines it. */
    List<SourcedRule> ofRole(String namespace, String name) {
        return own(namespaced.getOrDefault(namespace + "/" + name, List.of()));
    }

    /** The rules of a ClusterRole; none if nobody defines it. */
    List<SourcedRule> ofClusterRole(String name) {
        List<SourcedRule> rules = known.get(name);
        if (rules == null) {
            rules = gather(name);
            known.put(name, rules);
        }
        return rules;
    }

    private List<SourcedRule> gather(String first) {
        Set<String> seen = new HashSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(List.of(first));
        List<SourcedRule> rules = new ArrayList<>();
        while (!open.isEmpty()) {
            String name = open.poll();
            List<RbacRole> defined = cluster.getOrDefault(name, List.of());
            rules.addAll(defined.isEmpty() ? BuiltInRoles.rules(name) : own(defined));
            List<LabelSelector> selectors = new ArrayList<>(BuiltInRoles.gathers(name));
            defined.forEach(role -> selectors.addAll(role.gathers()));
            for (String gathered : selectors.isEmpty() ? List.<String>of() : matching(selectors)) {
                if (seen.add(gathered)) {
                    open.add(gathered);
                }
            }
        }
        return List.copyOf(rules);
    }

    private List<String> matching(List<LabelSelector> selectors) {
        return cluster.entrySet().stream()
                .filter(role ->
                        role.getValue().stream()
                                .anyMatch(one ->
                                        selectors.stream()
                                                .anyMatch(selector ->
                                                        selects(selector, one.labels()))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.labels().entrySet())
                && selector.expressions().stream().allMatch(one -> holds(one, labels));
    }

    private static boolean holds(LabelRequirement one, Map<String, String> labels) {
        String value = labels.get(one.key());
        return switch (one.operator()) {
            case "In" -> value != null && one.values().contains(value);
            case "NotIn" -> value == null || !one.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }

    private static List<SourcedRule> own(List<RbacRole> roles) {
        List<SourcedRule> rules = new ArrayList<>();
        for (RbacRole role : roles) {
            String kind = role.scope().equals("cluster") ? "ClusterRole " : "Role ";
            role.rules()
                    .forEach(rule ->
                            rules.add(
                                    new SourcedRule(
                                            rule,
                                            kind + role.name(),
                                            Optional.of(
                                                    new Provenance(
                                                            role.at().file(),
                                                            rule.line(),
                                                            rule.column(),
                                                            role.at().confidence())))));
        }
        return rules;
    }
}
