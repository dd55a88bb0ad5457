package io.hushgate.estate.kubernetes;

import io.hushgate.estate.chart.ChartReader;
import io.hushgate.estate.delivery.FilledObjects;
import io.hushgate.estate.delivery.Injector;
import io.hushgate.estate.delivery.OperatorReader;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.KubernetesFact.SecretRef;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.platform.ClusterObjects;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.vault.BankVaults;
import io.hushgate.estate.vault.PolicyCollector;
import io.hushgate.estate.vault.VaultConfigOperator;
import java.util.List;
import java.util.Optional;

/** Reads one document of a manifest: an object, or a {@code List} of them. */
public final class KubernetesReader {
    private final SecretObjects secrets;
    private final BankVaults bankVaults;
    private final VaultConfigOperator vaultConfigOperator;
    private final WorkloadReader workloads = new WorkloadReader();
    private final OperatorReader operators = new OperatorReader();
    private final ChartReader charts = new ChartReader();

    /** Makes a reader; {@code source} is what its Secrets are said to come from. */
    public KubernetesReader(PolicyCollector policies, String source) {
        this.secrets = new SecretObjects(policies, source);
        this.bankVaults = new BankVaults(policies);
        this.vaultConfigOperator = new VaultConfigOperator(policies);
    }

    /** Tells whether a mapping is a Kubernetes object. */
    public static boolean isObject(Mapping document) {
        return document.scalar("kind").isPresent()
                && (document.scalar("apiVersion").isPresent()
                        || document.get("metadata").flatMap(Node::asMapping).isPresent());
    }

    /**
     * Reads a patch of a workload that annotates its pods for the agent of Vault, as {@code kubectl
     * patch} takes it; false for anything else. Which workload it is for nobody says.
     */
    public boolean patch(Mapping document, Collector into) {
        Mapping template = document.at("spec", "template");
        boolean agent =
                template.at("metadata", "annotations").entries().stream()
                        .anyMatch(one -> one.key().text().startsWith(Injector.AGENT));
        if (agent) {
            workloads.uses(document, template, into.atMost(Confidence.LOW));
        }
        return agent;
    }

    /** Reads the object; a kind of no interest leaves nothing. */
    public void read(Mapping object, Collector into) {
        String kind = object.text("kind");
        String version = object.text("apiVersion");
        if (kind.endsWith("List") && object.get("items").isPresent()) {
            object.mappings("items").forEach(item -> readItem(item, kind, into));
        } else if (version.startsWith("redhatcop.redhat.io/")) {
            vaultConfigOperator.read(kind, object, into);
        } else if (version.startsWith("vault.banzaicloud.com/")) {
            bankVaults.read(object.at("spec", "externalConfig"), into);
        } else {
            core(kind, version, object, into);
        }
    }

    /** Items of a typed list, as {@code kubectl get} prints them, need not repeat their kind. */
    private void readItem(Mapping item, String listKind, Collector into) {
        if (!item.text("kind").endsWith("List")) {
            String kind = item.text("kind");
            String known = kind.isEmpty() ? listKind.substring(0, listKind.length() - 4) : kind;
            if (kind.isEmpty()) {
                core(known, "", item, into);
            } else {
                read(item, into);
            }
        }
    }

    private void core(String kind, String version, Mapping object, Collector into) {
        FilledObjects.read(kind, object, into);
        switch (kind) {
            case "ServiceAccount" -> serviceAccount(object, into);
            case "Role", "ClusterRole" -> {
                if (version.isEmpty() || version.startsWith("rbac.")) {
                    into.add(Rbac.role(kind, object, into));
                }
            }
            case "RoleBinding", "ClusterRoleBinding" -> into.add(Rbac.binding(kind, object, into));
            case "Secret" -> secrets.secret(object, into);
            case "SealedSecret" -> secrets.sealed(object, into);
            case "ConfigMap" -> secrets.config(object, into);
            default -> {
                if (!workloads.read(kind, object, into)) {
                    operators.read(kind, object, into);
                    ClusterObjects.read(kind, object, into);
                    charts.resource(kind, object, into);
                }
            }
        }
    }

    private static void serviceAccount(Mapping object, Collector into) {
        Metadata metadata = Metadata.of(object);
        into.add(
                new ServiceAccount(
                        metadata.namespace(),
                        metadata.name(),
                        Settings.of(object).flag("automountServiceAccountToken"),
                        names(object, "imagePullSecrets"),
                        names(object, "secrets"),
                        metadata.labels(),
                        metadata.annotations(),
                        metadata.annotationKeys(),
                        into.at(nameNode(object).place())));
        for (Mapping secret : object.mappings("imagePullSecrets")) {
            into.add(
                    new SecretRef(
                            metadata.namespace(),
                            "ServiceAccount/" + metadata.name(),
                            "",
                            secret.text("name"),
                            "",
                            "pull",
                            Optional.empty(),
                            into.at(secret.place())));
        }
    }

    /** The names in a list of {@code {name: x}}. */
    static List<String> names(Mapping object, String key) {
        return object.mappings(key).stream().map(item -> item.text("name")).toList();
    }

    /** Where an object's name is written; the object itself if it has none. */
    static Node nameNode(Mapping object) {
        Optional<Scalar> name = object.mapping("metadata").scalar("name");
        return name.isPresent() ? name.get() : object;
    }
}
