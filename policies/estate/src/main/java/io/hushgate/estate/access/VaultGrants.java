package io.hushgate.estate.access;

import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.acl.Acl;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.acl.Grant;
import io.hushgate.estate.acl.Stanza;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.vault.ApiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the token of one holder may do: its policies together, as the server unites them.
 *
 * @param stanzas of all its policies; templated paths as written where nobody renders them
 * @param undefined policies that are named and that nobody defines
 * @param isRoot whether the policy {@code root} is attached
 */
public record VaultGrants(
        VaultHolder holder,
        List<Policy> policies,
        List<Stanza> stanzas,
        Acl acl,
        Set<String> undefined,
        boolean isRoot) {

    /** Policies that every server has. */
    private static final Set<String> BUILT_IN = Set.of("default", "root");

    /** Looks the policies up and unites them. */
    static VaultGrants of(VaultHolder holder, PolicyBook book, Dialect dialect) {
        List<Policy> policies = new ArrayList<>();
        List<Stanza> stanzas = new ArrayList<>();
        Set<String> undefined = new TreeSet<>();
        for (String name : holder.policies()) {
            List<Policy> defined = book.named(name, holder.at());
            defined.forEach(policy -> {
                policies.add(policy);
                stanzas.addAll(Stanza.of(policy));
            });
            if (defined.isEmpty() && !BUILT_IN.contains(name) && !ApiRequest.hasExpansion(name)) {
                undefined.add(name);
            }
        }
        return new VaultGrants(
                holder,
                List.copyOf(policies),
                List.copyOf(stanzas),
                Acl.of(stanzas, dialect),
                undefined,
                holder.policies().contains("root"));
    }

    /** The same for a service account, whose name and namespace fill templated paths. */
    VaultGrants forAccount(AccessNode account, Dialect dialect) {
        boolean templated =
                stanzas.stream().anyMatch(one -> TemplatedPaths.isTemplated(one.rule().path()));
        if (!templated || account.kind() != Kind.ACCOUNT) {
            return this;
        }
        List<Stanza> rendered =
                stanzas.stream()
                        .map(one ->
                                TemplatedPaths.rendered(one.rule().path(), account)
                                        .map(path ->
                                                new Stanza(
                                                        one.policy(),
                                                        TemplatedPaths.with(one.rule(), path),
                                                        one.at()))
                                        .orElse(one))
                        .toList();
        return new VaultGrants(
                holder, policies, rendered, Acl.of(rendered, dialect), undefined, isRoot);
    }

    /** What each pattern grants, without those that grant nothing; in the order of the policies. */
    public List<Grant> effective() {
        return acl.grants().stream()
                .filter(grant ->
                        grant.capabilities().stream().anyMatch(one -> one != Capability.DENY))
                .toList();
    }

    /** Where it is granted to make oneself stronger; empty if nowhere. */
    Optional<Grant> escalation() {
        return effective().stream().filter(Escalation::isOne).findFirst();
    }
}
