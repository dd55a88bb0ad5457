package io.hushgate.estate.access;

import io.hushgate.estate.fact.DeliveryFact.SecretStore;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.RbacRole;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.KubernetesFact.SecretRef;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.fact.VaultFact.Role;
import io.hushgate.estate.fact.VaultFact.TokenGrant;
import java.util.Collection;
import java.util.List;

/** The facts that say who reaches what, by kind, in the order of the estate. */
record EstateIndex(
        List<ServiceAccount> accounts,
        List<Workload> workloads,
        List<RbacRole> rbacRoles,
        List<RbacBinding> bindings,
        List<SecretObject> secrets,
        List<SecretRef> secretRefs,
        List<Role> roles,
        List<Policy> policies,
        List<TokenGrant> tokens,
        List<Use> uses,
        List<SecretStore> stores) {

    static EstateIndex of(Collection<Fact> facts) {
        return new EstateIndex(
                all(ServiceAccount.class, facts),
                all(Workload.class, facts),
                all(RbacRole.class, facts),
                all(RbacBinding.class, facts),
                all(SecretObject.class, facts),
                all(SecretRef.class, facts),
                all(Role.class, facts),
                all(Policy.class, facts),
                all(TokenGrant.class, facts),
                all(Use.class, facts),
                all(SecretStore.class, facts));
    }

    private static <T extends Fact> List<T> all(Class<T> type, Collection<Fact> facts) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
