package io.hushgate.estate.access;

import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.VaultFact.Bound;
import io.hushgate.estate.fact.VaultFact.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Which service accounts may log in by which role of Vault: by the Kubernetes method, or by a JWT
 * whose subject is theirs.
 *
 * <p>Source: developer.hashicorp.com/vault/docs/auth/kubernetes. Names and namespaces are globs; a
 * selector of namespaces is OR-ed with them and cannot be evaluated without the cluster.
 */
final class VaultLogins {
    private final Accounts accounts;
    private final Edges edges;

    VaultLogins(Accounts accounts, Edges edges) {
        this.accounts = accounts;
        this.edges = edges;
    }

    /** Adds who logs in by the role. */
    void add(VaultHolder holder, Role role) {
        Bound bound = role.bound();
        if (!bound.serviceAccounts().isEmpty()) {
            byNames(holder, role, bound);
        }
        List<String> subjects =
                new ArrayList<>(role.claims().bound().getOrDefault("sub", List.of()));
        subjects.add(role.claims().subject());
        for (String subject : subjects) {
            Accounts.ofUser(subject)
                    .ifPresent(account ->
                            pair(
                                    holder,
                                    role,
                                    account.name(),
                                    account.namespace(),
                                    evidence(role, "bound_subject"),
                                    Confidence.HIGH));
        }
    }

    private void byNames(VaultHolder holder, Role role, Bound bound) {
        List<Evidence> at = evidence(role, "bound_service_account_names");
        for (String name : bound.serviceAccounts()) {
            for (String namespace : bound.namespaces()) {
                pair(holder, role, name, namespace, at, Confidence.HIGH);
            }
            if (!bound.namespaceSelector().isEmpty()) {
                pair(holder, role, name, "*", at, Confidence.LOW);
            }
        }
    }

    private void pair(
            VaultHolder holder,
            Role role,
            String name,
            String namespace,
            List<Evidence> at,
            Confidence limit) {
        String detail = role.kind() + " login";
        if (Glob.isGlob(name) || Glob.isGlob(namespace)) {
            AccessNode anyone = new AccessNode(Kind.ANYONE, namespace, name);
            edges.add(anyone, holder.node(), Way.LOGS_IN, detail, at, limit);
            if (name.equals("*")) {
                everybodyOf(namespace, anyone, at, limit);
            }
            for (AccessNode account : accounts.all()) {
                if (Glob.matches(name, account.name())) {
                    in(account, namespace, holder, detail, at, limit);
                }
            }
            return;
        }
        AccessNode exact = AccessNode.account(namespace, name);
        AccessNode floating = AccessNode.account("", name);
        for (AccessNode account : List.of(exact, floating)) {
            if (accounts.contains(account)) {
                in(account, namespace, holder, detail, at, limit);
            }
        }
    }

    /** An account whose namespace nobody says may be the one that is meant. */
    private void in(
            AccessNode account,
            String namespace,
            VaultHolder holder,
            String detail,
            List<Evidence> at,
            Confidence limit) {
        boolean unknown = account.namespace().isEmpty() && !namespace.equals("*");
        if (unknown || Glob.matches(namespace, account.namespace())) {
            edges.add(
                    account,
                    holder.node(),
                    Way.LOGS_IN,
                    detail,
                    at,
                    unknown ? Confidence.LOW : limit);
        }
    }

    /** Every namespace has an account, at the least its default. */
    private void everybodyOf(
            String namespace, AccessNode anyone, List<Evidence> at, Confidence limit) {
        for (String one : accounts.namespaces()) {
            if (Glob.matches(namespace, one)) {
                AccessNode all = AccessNode.all(Kind.ACCOUNTS, one);
                edges.add(all, anyone, Way.INCLUDES, "", at, limit);
            }
        }
        AccessNode cluster = AccessNode.all(Kind.ACCOUNTS, AccessNode.EVERY);
        edges.add(cluster, anyone, Way.INCLUDES, "", at, limit);
    }

    private static List<Evidence> evidence(Role role, String setting) {
        int line = role.lines().getOrDefault(setting, role.at().line());
        Provenance at = new Provenance(role.at().file(), line, 1, role.at().confidence());
        return List.of(new Evidence("role " + role.name(), at));
    }
}
