package io.hushgate.estate.access;

import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.KubernetesFact.SecretRef;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.KubernetesFact.Volume;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in a cluster and its namespaces: accounts, workloads with the accounts they run as and
 * the Secrets they hold, Secrets that are tokens or copies of what lies in Vault.
 *
 * <p>Steps to everybody of a namespace go over one node for all of them, so that the graph grows
 * with the estate and not with its square.
 */
final class ClusterMembers {
    private static final String TOKEN_TYPE = "kubernetes.io/service-account-token";

    /** Host folders that hold the tokens of other pods. */
    private static final Set<String> REVEALING =
            Set.of(
                    "/",
                    "/var",
                    "/var/lib",
                    "/var/lib/kubelet",
                    "/var/lib/kubelet/pods",
                    "/var/run",
                    "/run",
                    "/var/run/docker.sock",
                    "/run/docker.sock",
                    "/run/containerd",
                    "/run/containerd/containerd.sock",
                    "/proc");

    private final EstateIndex estate;
    private final Accounts accounts;
    private final Edges edges;
    private final Map<AccessNode, ServiceAccount> declared = new HashMap<>();

    ClusterMembers(EstateIndex estate, Accounts accounts, Edges edges) {
        this.estate = estate;
        this.accounts = accounts;
        this.edges = edges;
        estate.accounts().forEach(one -> declared.put(Accounts.of(one), one));
    }

    void add() {
        workloads();
        secrets();
        for (String scope : scopes()) {
            AccessNode admin = AccessNode.all(Kind.ADMIN, scope);
            member(admin, AccessNode.all(Kind.ACCOUNTS, scope), List.of(), Confidence.HIGH);
            member(admin, AccessNode.all(Kind.SECRETS, scope), List.of(), Confidence.HIGH);
            for (AccessNode account : accounts.in(scope)) {
                List<Evidence> at = declaration(account);
                member(AccessNode.all(Kind.ACCOUNTS, scope), account, at, Confidence.HIGH);
                member(
                        AccessNode.all(Kind.IMPERSONATED_ACCOUNTS, scope),
                        ClusterSteps.impersonated(account),
                        at,
                        Confidence.HIGH);
            }
        }
    }

    private Set<String> scopes() {
        Set<String> scopes = new HashSet<>(accounts.namespaces());
        scopes.add(AccessNode.EVERY);
        return scopes;
    }

    private List<Evidence> declaration(AccessNode account) {
        ServiceAccount one = declared.get(account);
        return one == null
                ? List.of()
                : List.of(new Evidence("ServiceAccount " + one.name(), one.at()));
    }

    private void member(
            AccessNode all, AccessNode one, List<Evidence> evidence, Confidence confidence) {
        edges.add(all, one, Way.INCLUDES, "", evidence, confidence);
    }

    private void workloads() {
        Set<AccessNode> running = new HashSet<>();
        for (Workload workload : estate.workloads()) {
            AccessNode node =
                    new AccessNode(
                            Kind.WORKLOAD,
                            workload.namespace(),
                            workload.kind() + "/" + workload.name());
            AccessNode account = Accounts.of(workload);
            running.add(account);
            List<Evidence> at =
                    List.of(new Evidence(workload.kind() + " " + workload.name(), workload.at()));
            member(AccessNode.all(Kind.WORKLOADS, workload.namespace()), node, at, Confidence.HIGH);
            member(AccessNode.all(Kind.WORKLOADS, AccessNode.EVERY), node, at, Confidence.HIGH);
            edges.add(node, account, Way.RUNS_AS, "", at, tokenIsMounted(workload));
            edges.add(account, node, Way.RUNS, "", at, Confidence.HIGH);
            if (breaksOut(workload)) {
                edges.add(
                        node,
                        AccessNode.all(Kind.WORKLOADS, AccessNode.EVERY),
                        Way.BREAKS_OUT,
                        "privileged, or with the host's files or processes",
                        at,
                        Confidence.LOW);
            }
        }
        for (SecretRef ref : estate.secretRefs()) {
            if (ref.subject().startsWith("ServiceAccount/")) {
                continue;
            }
            edges.add(
                    new AccessNode(Kind.WORKLOAD, ref.namespace(), ref.subject()),
                    new AccessNode(Kind.SECRET, ref.namespace(), ref.secret()),
                    Way.HOLDS,
                    ref.via(),
                    List.of(new Evidence(ref.subject(), ref.at())),
                    Confidence.HIGH);
        }
        for (AccessNode account : accounts.all()) {
            if (!running.contains(account)) {
                List<Evidence> at = declaration(account);
                for (String scope : List.of(account.namespace(), AccessNode.EVERY)) {
                    edges.add(
                            AccessNode.all(Kind.WORKLOADS, scope),
                            account,
                            Way.RUNS_AS,
                            "if a pod does",
                            at,
                            Confidence.MEDIUM);
                }
            }
        }
    }

    /** A pod has its account's token unless it or the account declines. */
    private Confidence tokenIsMounted(Workload workload) {
        ServiceAccount account = declared.get(Accounts.of(workload));
        boolean projected = workload.volumes().stream().map(Volume::type).anyMatch("token"::equals);
        boolean automatic =
                workload.automount()
                        .or(() ->
                                account == null ? java.util.Optional.empty() : account.automount())
                        .orElse(true);
        return projected || automatic ? Confidence.HIGH : Confidence.LOW;
    }

    private static boolean breaksOut(Workload workload) {
        return workload.host().pid()
                || workload.containers().stream()
                        .anyMatch(one -> one.security().privileged().orElse(false))
                || workload.volumes().stream()
                        .anyMatch(
                                one -> one.type().equals("host") && REVEALING.contains(one.ref()));
    }

    private void secrets() {
        for (SecretObject secret : estate.secrets()) {
            AccessNode node = new AccessNode(Kind.SECRET, secret.namespace(), secret.name());
            List<Evidence> at = List.of(new Evidence("Secret " + secret.name(), secret.at()));
            for (String scope : List.of(secret.namespace(), AccessNode.EVERY)) {
                member(AccessNode.all(Kind.SECRETS, scope), node, at, Confidence.HIGH);
            }
            if (secret.type().equals(TOKEN_TYPE) && !secret.serviceAccount().isEmpty()) {
                edges.add(
                        node,
                        AccessNode.account(secret.namespace(), secret.serviceAccount()),
                        Way.READS_TOKEN,
                        "",
                        at,
                        Confidence.HIGH);
            }
        }
        copies();
    }

    /** An operator wrote the Secret: whoever reads it needs no right in Vault. */
    private void copies() {
        Map<String, List<SecretObject>> byFile = new HashMap<>();
        for (SecretObject secret : estate.secrets()) {
            if (secret.source().equals("eso") || secret.source().equals("vso")) {
                byFile.computeIfAbsent(secret.at().file(), _ -> new ArrayList<>()).add(secret);
            }
        }
        for (Use use : estate.uses()) {
            List<SecretObject> beside = byFile.getOrDefault(use.at().file(), List.of());
            boolean operator = use.via().equals("eso") || use.via().equals("vso");
            String maker = use.subject().substring(use.subject().indexOf('/') + 1);
            for (SecretObject secret : operator ? beside : List.<SecretObject>of()) {
                boolean same = secret.name().equals(maker) || beside.size() == 1;
                if (same && secret.source().equals(use.via())) {
                    edges.add(
                            new AccessNode(Kind.SECRET, secret.namespace(), secret.name()),
                            new AccessNode(Kind.PATH, "", use.path()),
                            Way.HOLDS,
                            "a copy",
                            List.of(new Evidence(use.subject(), use.at())),
                            Confidence.HIGH);
                }
            }
        }
    }
}
