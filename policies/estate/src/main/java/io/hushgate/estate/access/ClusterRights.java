package io.hushgate.estate.access;

import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.Subject;
import io.hushgate.estate.fact.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who has which rights in the cluster, by the bindings.
 *
 * <p>A ClusterRole that a RoleBinding names holds in the binding's namespace only. The groups of
 * service accounts are taken apart into the accounts that are known.
 */
final class ClusterRights {
    private static final String ACCOUNTS = "system:serviceaccounts";

    private final Accounts accounts;
    private final Map<AccessNode, List<Right>> byHolder = new TreeMap<>();

    ClusterRights(EstateIndex estate, Accounts accounts) {
        this.accounts = accounts;
        RoleRules rules = new RoleRules(estate.rbacRoles());
        for (RbacBinding binding : estate.bindings()) {
            List<SourcedRule> bound =
                    binding.role().kind().equals("ClusterRole")
                            ? rules.ofClusterRole(binding.role().name())
                            : rules.ofRole(binding.namespace(), binding.role().name());
            for (Subject subject : bound.isEmpty() ? List.<Subject>of() : binding.subjects()) {
                for (AccessNode holder : holders(subject)) {
                    add(holder, binding, subject, bound);
                }
            }
        }
    }

    private void add(
            AccessNode holder, RbacBinding binding, Subject subject, List<SourcedRule> rules) {
        boolean everywhere = binding.scope().equals("cluster");
        Provenance at =
                new Provenance(
                        binding.at().file(),
                        subject.line(),
                        subject.column(),
                        binding.at().confidence());
        String what =
                "%s %s to %s %s"
                        .formatted(
                                everywhere ? "ClusterRoleBinding" : "RoleBinding",
                                binding.name(),
                                binding.role().kind(),
                                binding.role().name());
        List<Right> rights = byHolder.computeIfAbsent(holder, _ -> new ArrayList<>());
        for (SourcedRule rule : rules) {
            rights.add(
                    new Right(
                            holder,
                            everywhere ? AccessNode.EVERY : binding.namespace(),
                            rule,
                            new Evidence(what, at)));
        }
    }

    private List<AccessNode> holders(Subject subject) {
        return Accounts.of(subject)
                .map(List::of)
                .orElseGet(() ->
                        subject.kind().equals("Group")
                                ? group(subject.name())
                                : List.of(new AccessNode(Kind.USER, "", subject.name())));
    }

    private List<AccessNode> group(String name) {
        if (name.equals(ACCOUNTS)
                || name.equals("system:authenticated")
                || name.equals("system:unauthenticated")) {
            List<AccessNode> all = new ArrayList<>(accounts.all());
            all.add(new AccessNode(Kind.GROUP, "", name));
            return all;
        }
        return name.startsWith(ACCOUNTS + ":")
                ? List.copyOf(accounts.in(name.substring(ACCOUNTS.length() + 1)))
                : List.of(new AccessNode(Kind.GROUP, "", name));
    }

    /** Everybody with a right, and all rights of each, in a stable order. */
    Map<AccessNode, List<Right>> byHolder() {
        return byHolder;
    }
}
