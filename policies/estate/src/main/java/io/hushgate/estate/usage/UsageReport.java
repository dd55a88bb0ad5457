package io.hushgate.estate.usage;

import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.access.VaultGrants;
import io.hushgate.estate.access.VaultHolder;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.VaultFact.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Granted against used, for every role and token of an estate.
 *
 * @param unassigned needs whose role nobody knows
 * @param undefinedRoles logins by roles that nobody defines, as sentences
 * @param missingAccounts accounts that a role names and that are not in the estate, as sentences
 * @param inventory paths that are known to hold something
 * @param problems what of the logs could not be read
 */
public record UsageReport(
        List<GrantReview> reviews,
        List<Need> unassigned,
        List<String> undefinedRoles,
        List<String> missingAccounts,
        List<String> inventory,
        List<String> problems) {
    /** The account that no manifest declares and no namespace lacks. */
    private static final String OF_EVERY_NAMESPACE = "default";

    public UsageReport {
        reviews = List.copyOf(reviews);
        unassigned = List.copyOf(unassigned);
        undefinedRoles = List.copyOf(undefinedRoles);
        missingAccounts = List.copyOf(missingAccounts);
        inventory = List.copyOf(inventory);
        problems = List.copyOf(problems);
    }

    /** Holds the grants of the graph against what facts and logs say is used. */
    public static UsageReport of(
            AccessGraph graph, Collection<Fact> facts, Collection<AuditLog> logs) {
        Needs needs = new Needs(graph);
        needs.add(facts);
        List<String> problems = new ArrayList<>();
        for (AuditLog log : logs) {
            needs.add(log);
            problems.addAll(log.problems());
        }
        List<String> inventory = List.copyOf(needs.inventory());
        List<GrantReview> reviews = new ArrayList<>();
        for (VaultGrants granted : graph.holders()) {
            reviews.add(GrantReview.of(granted, needs.of(granted.holder()), inventory));
        }
        return new UsageReport(
                reviews,
                needs.unassigned(),
                List.copyOf(needs.undefinedRoles()),
                missingAccounts(graph, facts),
                inventory,
                problems);
    }

    /** A name that a role binds and nobody has is there for the taking. */
    private static List<String> missingAccounts(AccessGraph graph, Collection<Fact> facts) {
        Set<String> names = new HashSet<>(Set.of(OF_EVERY_NAMESPACE));
        for (Fact fact : facts) {
            if (fact instanceof ServiceAccount account) {
                names.add(account.name());
            }
        }
        TreeSet<String> missing = new TreeSet<>();
        for (VaultGrants granted : graph.holders()) {
            VaultHolder holder = granted.holder();
            for (Role role : holder.role().stream().toList()) {
                for (String name : role.bound().serviceAccounts()) {
                    if (names.size() > 1 && !name.contains("*") && !names.contains(name)) {
                        missing.add(
                                "%s binds service account %s, which is not among the %d that are known (%s:%d)"
                                        .formatted(
                                                holder.node(),
                                                name,
                                                names.size() - 1,
                                                role.at().file(),
                                                role.lines()
                                                        .getOrDefault(
                                                                "bound_service_account_names",
                                                                role.at().line())));
                    }
                }
            }
        }
        return List.copyOf(missing);
    }
}
