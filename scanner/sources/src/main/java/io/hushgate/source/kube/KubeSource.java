package io.hushgate.source.kube;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import io.hushgate.source.server.Answer;
import java.io.IOException;
import java.util.List;

/**
 * A cluster of Kubernetes: its accounts, rights, workloads, and what operators copy secrets by,
 * each page of a list as one JSON artifact, as {@code kubectl get -o json} prints it.
 *
 * <p>Asks with {@code GET} alone. Never asks for Secrets or ConfigMaps, which hold values. What the
 * account may not list is in the coverage; a kind that the cluster does not know is not missing.
 *
 * <p>Source: kubernetes.io/docs/reference/kubernetes-api; the resources of the operators as their
 * own documents name them.
 */
public final class KubeSource implements Source {
    /** Resources of one kind, by the versions that serve them, the newest first. */
    private record Kind(String resource, List<String> versions) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("namespaces", List.of("api/v1")),
                    new Kind("serviceaccounts", List.of("api/v1")),
                    new Kind("pods", List.of("api/v1")),
                    new Kind("deployments", List.of("apis/apps/v1")),
                    new Kind("statefulsets", List.of("apis/apps/v1")),
                    new Kind("daemonsets", List.of("apis/apps/v1")),
                    new Kind("jobs", List.of("apis/batch/v1")),
                    new Kind("cronjobs", List.of("apis/batch/v1")),
                    new Kind("roles", List.of("apis/rbac.authorization.k8s.io/v1")),
                    new Kind("rolebindings", List.of("apis/rbac.authorization.k8s.io/v1")),
                    new Kind("clusterroles", List.of("apis/rbac.authorization.k8s.io/v1")),
                    new Kind("clusterrolebindings", List.of("apis/rbac.authorization.k8s.io/v1")),
                    new Kind("externalsecrets", externalSecrets()),
                    new Kind("secretstores", externalSecrets()),
                    new Kind("clustersecretstores", externalSecrets()),
                    new Kind("vaultauths", List.of("apis/secrets.hashicorp.com/v1beta1")),
                    new Kind("vaultconnections", List.of("apis/secrets.hashicorp.com/v1beta1")),
                    new Kind("vaultstaticsecrets", List.of("apis/secrets.hashicorp.com/v1beta1")),
                    new Kind("vaultdynamicsecrets", List.of("apis/secrets.hashicorp.com/v1beta1")),
                    new Kind("vaultpkisecrets", List.of("apis/secrets.hashicorp.com/v1beta1")),
                    new Kind(
                            "secretproviderclasses",
                            List.of("apis/secrets-store.csi.x-k8s.io/v1")));

    /** 500 objects each: more than the largest clusters that are supported have of one kind. */
    private static final int MOST_PAGES = 400;

    private final KubeTarget target;

    private KubeSource(KubeTarget target) {
        this.target = target;
    }

    private static List<String> externalSecrets() {
        return List.of("apis/external-secrets.io/v1", "apis/external-secrets.io/v1beta1");
    }

    /** Names the cluster; nothing is asked yet. */
    public static KubeSource of(KubeTarget target) {
        return new KubeSource(target);
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        Run run = new Run(KubeClient.of(target), consumers.newConsumer());
        KINDS.forEach(run::kind);
        if (run.log.coverage().artifacts() == 0) {
            throw new SourceProblem(
                    target.server().toString(),
                    run.unauthorized
                            ? "the cluster does not accept the login of the kubeconfig"
                            : "the account may list nothing that is asked for",
                    run.unauthorized
                            ? "get a new token or certificate"
                            : "bind it to the ClusterRole view, and let it list roles and bindings");
        }
        return run.log.coverage();
    }

    /** One reading. */
    private final class Run {
        private final KubeClient client;
        private final ArtifactConsumer consumer;
        private final CoverageLog log = new CoverageLog();
        private boolean unauthorized;

        Run(KubeClient client, ArtifactConsumer consumer) {
            this.client = client;
            this.consumer = consumer;
        }

        /** Asks for a kind in the first version that the cluster serves. */
        void kind(Kind kind) {
            for (String version : kind.versions()) {
                String path = version + "/" + kind.resource();
                Answer first = client.list(path, "");
                if (first.status() != 404) {
                    pages(path, first);
                    return;
                }
            }
        }

        private void pages(String path, Answer first) {
            Answer page = first;
            for (int number = 1; ; number++) {
                String name = number == 1 ? path : path + "-" + number;
                if (!taken(name, page)) {
                    return;
                }
                String more = ListPage.more(page.body());
                if (more.isEmpty()) {
                    return;
                }
                if (number == MOST_PAGES) {
                    log.skip(
                            address(name), Reason.LIMIT_ENTRIES, "the list is longer than 200,000");
                    return;
                }
                page = client.list(path, more);
            }
        }

        /** Tells whether a page came and was given on. */
        private boolean taken(String name, Answer page) {
            if (!page.isOk()) {
                unauthorized |= page.status() == 401;
                log.skip(address(name), Reason.UNREADABLE, refusal(page.status()));
                return false;
            }
            if (!page.whole()) {
                log.skip(address(name), Reason.LIMIT_SIZE, "the page is longer than 16 MiB");
                return false;
            }
            try {
                consumer.accept(
                        Artifact.InMemory.of(address(name), page.body()), AddedRanges.EVERYTHING);
                log.looked(1, page.body().length);
                return true;
            } catch (IOException e) {
                log.skip(address(name), Reason.UNREADABLE, "the answer cannot be kept");
                return false;
            }
        }

        private Address address(String path) {
            return new Address.File("kube://" + target.host() + "/" + path + ".json");
        }
    }

    private static String refusal(int status) {
        return switch (status) {
            case 401 -> "the login is not accepted; get a new token or certificate";
            case 403 -> "permission denied; let the account list it";
            case 410 -> "the list changed while it was read; run it again";
            default -> "the server answered with status %d; ask it again later".formatted(status);
        };
    }
}
