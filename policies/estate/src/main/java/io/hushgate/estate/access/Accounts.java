package io.hushgate.estate.access;

import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.KubernetesFact.Subject;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.VaultFact.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The service accounts of an estate: declared, run as by a workload, bound, or named by a role of
 * Vault.
 */
final class Accounts {
    private static final String USER_PREFIX = "system:serviceaccount:";

    private final TreeSet<AccessNode> all = new TreeSet<>();
    private final TreeMap<String, List<AccessNode>> byNamespace = new TreeMap<>();

    Accounts(EstateIndex estate) {
        estate.accounts().forEach(one -> all.add(of(one)));
        estate.workloads().forEach(one -> all.add(of(one)));
        for (RbacBinding binding : estate.bindings()) {
            binding.subjects().forEach(subject -> of(subject).ifPresent(all::add));
        }
        estate.roles().forEach(this::named);
        for (AccessNode account : all) {
            byNamespace
                    .computeIfAbsent(account.namespace(), _ -> new java.util.ArrayList<>())
                    .add(account);
        }
    }

    /**
     * What a role names without a glob exists, unless it is an account whose namespace nobody says.
     */
    private void named(Role role) {
        for (String name : role.bound().serviceAccounts()) {
            boolean floating = all.contains(AccessNode.account("", name));
            for (String namespace : role.bound().namespaces()) {
                if (!Glob.isGlob(name) && !Glob.isGlob(namespace) && !floating) {
                    all.add(AccessNode.account(namespace, name));
                }
            }
        }
    }

    static AccessNode of(ServiceAccount account) {
        return AccessNode.account(account.namespace(), account.name());
    }

    static AccessNode of(Workload workload) {
        String name = workload.serviceAccount();
        return AccessNode.account(workload.namespace(), name.isEmpty() ? "default" : name);
    }

    /** The account that a subject of a binding is, also as user {@code system:serviceaccount:}. */
    static Optional<AccessNode> of(Subject subject) {
        if (subject.kind().equals("ServiceAccount")) {
            return Optional.of(AccessNode.account(subject.namespace(), subject.name()));
        }
        return subject.kind().equals("User") ? ofUser(subject.name()) : Optional.empty();
    }

    /** The account whose user name this is. */
    static Optional<AccessNode> ofUser(String user) {
        if (!user.startsWith(USER_PREFIX)) {
            return Optional.empty();
        }
        String rest = user.substring(USER_PREFIX.length());
        int colon = rest.indexOf(':');
        return colon <= 0
                ? Optional.empty()
                : Optional.of(
                        AccessNode.account(rest.substring(0, colon), rest.substring(colon + 1)));
    }

    Collection<AccessNode> all() {
        return all;
    }

    boolean contains(AccessNode account) {
        return all.contains(account);
    }

    /** The accounts of a namespace, or all. */
    Collection<AccessNode> in(String namespace) {
        return namespace.equals(AccessNode.EVERY)
                ? all
                : byNamespace.getOrDefault(namespace, List.of());
    }

    /** The namespaces that have one. */
    Collection<String> namespaces() {
        return byNamespace.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    }
}
