package io.hushgate.estate;

import io.hushgate.estate.fact.DeliveryFact.SecretStore;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes uses with what their store says: login role, mounts, and the path of KV version 2. */
final class StoreJoin {
    private StoreJoin() {}

    static List<Fact> resolve(List<Fact> facts) {
        Map<String, List<SecretStore>> stores = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof SecretStore store) {
                stores.computeIfAbsent(store.kind() + "/" + store.name(), _ -> new ArrayList<>())
                        .add(store);
            }
        }
        List<Fact> resolved = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            resolved.add(fact instanceof Use use ? resolve(use, stores) : fact);
        }
        return resolved;
    }

    private static Use resolve(Use use, Map<String, List<SecretStore>> stores) {
        return store(use, stores.getOrDefault(use.store(), List.of()))
                .map(store ->
                        new Use(
                                use.namespace(),
                                use.subject(),
                                store.serviceAccount(),
                                store.role(),
                                store.authMount(),
                                use.store(),
                                path(use, store),
                                use.key(),
                                use.operation(),
                                use.via(),
                                use.at()))
                .orElse(use);
    }

    /**
     * The store of that name that is certainly meant: the only one, or the only one of the
     * namespace.
     */
    private static Optional<SecretStore> store(Use use, List<SecretStore> named) {
        List<SecretStore> near =
                named.stream()
                        .filter(store ->
                                store.kind().startsWith("Cluster")
                                        || store.namespace().equals(use.namespace()))
                        .toList();
        List<SecretStore> chosen = near.isEmpty() ? named : near;
        return chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty();
    }

    private static String path(Use use, SecretStore store) {
        String mount = store.path();
        if (!use.via().equals("eso") || !store.provider().equals("vault") || mount.isEmpty()) {
            return use.path();
        }
        String inside =
                use.path().startsWith(mount + "/")
                        ? use.path().substring(mount.length() + 1)
                        : use.path();
        boolean two = !store.version().equals("v1");
        if (!two || inside.startsWith("data/")) {
            return mount + "/" + inside;
        }
        return mount + (use.operation().equals("list") ? "/metadata/" : "/data/") + inside;
    }
}
