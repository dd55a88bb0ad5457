package io.hushgate.estate.usage;

import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.access.Evidence;
import io.hushgate.estate.access.VaultHolder;
import io.hushgate.estate.acl.Operation;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.VaultFact.Connection;
import io.hushgate.estate.fact.VaultFact.Mount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the Harness secrets loader reads at the start of each pod: the variables and files of its
 * service, by the layout of paths that the generator writes.
 *
 * <p>Source: Harness documentation, "Integrate Self-Managed Enterprise Edition with HashiCorp
 * Vault", how secrets are organized and loaded. The service is taken to be called as the workload.
 */
final class LoaderNeeds {
    private LoaderNeeds() {}

    /** A need with the login that serves it. */
    record Loaded(String role, String authMount, Need need) {}

    static List<Loaded> of(Collection<Fact> facts, AccessGraph graph) {
        List<Loaded> needs = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Connection loader
                    && loader.via().equals("harness-loader")
                    && loader.enabled().orElse(false)
                    && !loader.role().isEmpty()) {
                of(loader, facts, graph, needs);
            }
        }
        return needs;
    }

    private static void of(
            Connection loader, Collection<Fact> facts, AccessGraph graph, List<Loaded> into) {
        boolean one =
                facts.stream()
                        .anyMatch(fact ->
                                fact instanceof Mount mount
                                        && mount.path().equals(loader.engine())
                                        && mount.kvVersion().equals(Optional.of(1L)));
        String data = loader.engine() + (one ? "/" : "/data/") + loader.basePath() + "/";
        String names = loader.engine() + (one ? "/" : "/metadata/") + loader.basePath() + "/";
        String mount = loader.authMount().isEmpty() ? "kubernetes" : loader.authMount();
        int line = loader.lines().getOrDefault("vault.basePath", loader.at().line());
        Provenance at = new Provenance(loader.at().file(), line, 1, loader.at().confidence());
        for (Fact fact : facts) {
            if (fact instanceof Workload workload && logsIn(workload, loader.role(), graph)) {
                String service = workload.name();
                String who = "loader of " + workload.kind() + "/" + service;
                for (String kind : List.of("env-secrets", "file-secrets")) {
                    into.add(
                            loaded(
                                    loader,
                                    mount,
                                    Operation.READ,
                                    data + service + "/" + kind,
                                    who,
                                    at));
                }
                into.add(loaded(loader, mount, Operation.LIST, names + service, who, at));
            }
        }
    }

    private static Loaded loaded(
            Connection loader,
            String mount,
            Operation operation,
            String path,
            String who,
            Provenance at) {
        Need need = new Need(operation, path, who, "harness-loader", new Evidence(who, at), 0, "");
        return new Loaded(loader.role(), mount, need);
    }

    private static boolean logsIn(Workload workload, String role, AccessGraph graph) {
        String account =
                workload.serviceAccount().isEmpty() ? "default" : workload.serviceAccount();
        return graph.holdersOf(workload.namespace(), account).stream()
                .map(VaultHolder::role)
                .anyMatch(one -> one.isPresent() && one.get().name().equals(role));
    }
}
