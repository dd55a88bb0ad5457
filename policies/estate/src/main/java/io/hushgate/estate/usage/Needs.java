package io.hushgate.estate.usage;

import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.access.Evidence;
import io.hushgate.estate.access.VaultGrants;
import io.hushgate.estate.access.VaultHolder;
import io.hushgate.estate.acl.Operation;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Needs by whose token they are made with.
 *
 * <p>A use names its role, or a service account that may log in by some; an audit log names the
 * role and the account. What can be given to nobody is kept as well.
 */
final class Needs {
    private final AccessGraph graph;
    private final Map<VaultHolder, TreeSet<Need>> byHolder =
            new TreeMap<>(java.util.Comparator.comparing(VaultHolder::node));
    private final List<Need> unassigned = new ArrayList<>();
    private final TreeSet<String> roleless = new TreeSet<>();

    private final Map<String, List<VaultHolder>> byRole = new HashMap<>();

    Needs(AccessGraph graph) {
        this.graph = graph;
        for (VaultGrants granted : graph.holders()) {
            VaultHolder holder = granted.holder();
            holder.role()
                    .ifPresent(role ->
                            byRole.computeIfAbsent(role.name(), _ -> new ArrayList<>())
                                    .add(holder));
        }
    }

    /** Adds what configuration says. */
    void add(Collection<Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof Use use) {
                need(use).ifPresent(need -> assign(use, need));
            }
        }
        for (LoaderNeeds.Loaded loaded : LoaderNeeds.of(facts, graph)) {
            give(loaded.role(), loaded.authMount(), loaded.need());
        }
    }

    private static Optional<Need> need(Use use) {
        return Need.operation(use.operation())
                .filter(_ -> !use.path().isEmpty())
                .map(operation ->
                        new Need(
                                operation,
                                use.path(),
                                use.subject(),
                                use.via(),
                                new Evidence(use.subject(), use.at()),
                                0,
                                ""));
    }

    private void assign(Use use, Need need) {
        if (!use.role().isEmpty()) {
            give(use.role(), use.authMount(), need);
        } else if (!use.serviceAccount().isEmpty()) {
            give(graph.holdersOf(use.namespace(), use.serviceAccount()), need);
        } else {
            unassigned.add(need);
        }
    }

    /** Adds what a log says. */
    void add(AuditLog log) {
        for (AuditLog.Asked asked : log.asked()) {
            AuditEntry.Key key = asked.what();
            int line = (int) Math.min(Integer.MAX_VALUE, asked.firstLine());
            Evidence at =
                    new Evidence(
                            key.display(), new Provenance(log.file(), line, 1, Confidence.HIGH));
            String who = key.account().isEmpty() ? key.display() : key.account();
            Need need =
                    new Need(
                            key.operation(),
                            key.path(),
                            who,
                            "audit",
                            at,
                            asked.count(),
                            asked.last());
            int slash = key.account().indexOf('/');
            if (!key.role().isEmpty()) {
                give(key.role().toLowerCase(Locale.ROOT), "", need);
            } else if (slash >= 0) {
                String namespace = key.account().substring(0, slash);
                give(graph.holdersOf(namespace, key.account().substring(slash + 1)), need);
            } else {
                unassigned.add(need);
            }
        }
    }

    private void give(String role, String authMount, Need need) {
        List<VaultHolder> named =
                byRole.getOrDefault(role, List.of()).stream()
                        .filter(holder ->
                                authMount.isEmpty()
                                        || holder.role()
                                                .filter(one -> one.authMount().equals(authMount))
                                                .isPresent())
                        .toList();
        if (named.isEmpty()) {
            roleless.add(
                    "role %s%s, which %s logs in by, is defined nowhere (%s)"
                            .formatted(
                                    authMount.isEmpty() ? "" : authMount + "/",
                                    role,
                                    need.who(),
                                    need.at().place()));
        }
        give(named, need);
    }

    private void give(List<VaultHolder> holders, Need need) {
        if (holders.isEmpty()) {
            unassigned.add(need);
        }
        for (VaultHolder holder : holders) {
            byHolder.computeIfAbsent(holder, _ -> new TreeSet<>()).add(need);
        }
    }

    Collection<Need> of(VaultHolder holder) {
        return byHolder.getOrDefault(holder, new TreeSet<>());
    }

    /** Needs whose role nobody knows. */
    List<Need> unassigned() {
        return unassigned.stream().sorted().distinct().toList();
    }

    /** Logins by roles that are not defined, as sentences. */
    Collection<String> undefinedRoles() {
        return roleless;
    }

    /** Every path that is known to hold something, as a request reads it. */
    Collection<String> inventory() {
        TreeSet<String> paths = new TreeSet<>();
        unassigned.stream().filter(Needs::isValue).forEach(need -> paths.add(need.path()));
        byHolder.values()
                .forEach(needs ->
                        needs.stream()
                                .filter(Needs::isValue)
                                .forEach(need -> paths.add(need.path())));
        return paths;
    }

    private static boolean isValue(Need need) {
        return need.isEvaluated()
                && need.operation() != Operation.LIST
                && !need.path().startsWith("sys/")
                && !need.path().startsWith("auth/");
    }
}
