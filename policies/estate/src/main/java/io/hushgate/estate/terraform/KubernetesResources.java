package io.hushgate.estate.terraform;

import io.hushgate.estate.kubernetes.KubernetesReader;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads resources of the Kubernetes provider by turning them back into the manifests that they
 * stand for: snake case becomes camel case, blocks become mappings or lists.
 *
 * <p>Source: registry.terraform.io/providers/hashicorp/kubernetes/latest/docs.
 */
final class KubernetesResources {
    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("kubernetes_service_account", "ServiceAccount"),
                    Map.entry("kubernetes_role", "Role"),
                    Map.entry("kubernetes_cluster_role", "ClusterRole"),
                    Map.entry("kubernetes_role_binding", "RoleBinding"),
                    Map.entry("kubernetes_cluster_role_binding", "ClusterRoleBinding"),
                    Map.entry("kubernetes_secret", "Secret"),
                    Map.entry("kubernetes_config_map", "ConfigMap"),
                    Map.entry("kubernetes_pod", "Pod"),
                    Map.entry("kubernetes_deployment", "Deployment"),
                    Map.entry("kubernetes_stateful_set", "StatefulSet"),
                    Map.entry("kubernetes_daemon_set", "DaemonSet"),
                    Map.entry("kubernetes_daemonset", "DaemonSet"),
                    Map.entry("kubernetes_job", "Job"),
                    Map.entry("kubernetes_cron_job", "CronJob"),
                    Map.entry("kubernetes_replication_controller", "ReplicationController"));

    /** Blocks that a manifest has as lists, under their names there. */
    private static final Map<String, String> LISTS =
            Map.ofEntries(
                    Map.entry("rule", "rules"),
                    Map.entry("subject", "subjects"),
                    Map.entry("container", "containers"),
                    Map.entry("init_container", "initContainers"),
                    Map.entry("env", "env"),
                    Map.entry("env_from", "envFrom"),
                    Map.entry("volume", "volumes"),
                    Map.entry("volume_mount", "volumeMounts"),
                    Map.entry("image_pull_secret", "imagePullSecrets"),
                    Map.entry("image_pull_secrets", "imagePullSecrets"),
                    Map.entry("sources", "sources"),
                    Map.entry("items", "items"));

    private static final Map<String, String> NAMES =
            Map.of(
                    "non_resource_urls", "nonResourceURLs",
                    "host_pid", "hostPID",
                    "host_ipc", "hostIPC");

    /** Maps whose keys are the user's own. */
    private static final Set<String> FREE =
            Set.of("labels", "annotations", "data", "match_labels", "volume_attributes");

    private static final int MAX_DEPTH = 24;

    private final KubernetesReader manifests;

    KubernetesResources(KubernetesReader manifests) {
        this.manifests = manifests;
    }

    void read(Resource resource, References references, Collector into) {
        String type = resource.type().replaceFirst("_v[0-9](?:beta[0-9])?$", "");
        Mapping body = references.resolved(resource.body());
        if (type.equals("kubernetes_manifest")) {
            Mapping manifest = body.mapping("manifest");
            if (KubernetesReader.isObject(manifest)) {
                manifests.read(manifest, into);
            }
        } else if (KINDS.containsKey(type)) {
            List<Entry> entries = new ArrayList<>(manifest(body, MAX_DEPTH).entries());
            Node at = resource.at();
            entries.add(text("kind", KINDS.getOrDefault(type, ""), at));
            if (type.equals("kubernetes_secret")) {
                replaceKey(entries, "data", "stringData");
            }
            manifests.read(new Mapping(entries, at.place()), into);
        }
    }

    /** The provider takes Secret data as it is and encodes it by itself. */
    private static void replaceKey(List<Entry> entries, String from, String to) {
        entries.replaceAll(entry ->
                entry.key().text().equals(from)
                        ? new Entry(named(entry.key(), to), entry.value())
                        : entry);
    }

    private static Mapping manifest(Mapping body, int depth) {
        List<Entry> entries = new ArrayList<>();
        Map<String, List<Node>> lists = new LinkedHashMap<>();
        Map<String, Scalar> keys = new LinkedHashMap<>();
        for (Entry entry : body.entries()) {
            String key = entry.key().text();
            Node value =
                    depth > 0 && !FREE.contains(key)
                            ? value(entry.value(), depth - 1)
                            : plain(entry.value());
            String list = LISTS.get(key);
            if (list != null && !(value instanceof Sequence)) {
                lists.computeIfAbsent(list, _ -> new ArrayList<>()).add(value);
                keys.putIfAbsent(list, named(entry.key(), list));
            } else {
                entries.add(new Entry(named(entry.key(), camelCase(key)), value));
            }
        }
        lists.forEach((name, items) -> {
            Scalar key = keys.getOrDefault(name, named(body.entries().getFirst().key(), name));
            entries.add(new Entry(key, new Sequence(items, items.getFirst().place())));
        });
        return new Mapping(entries, body.place());
    }

    private static Node value(Node node, int depth) {
        return switch (node) {
            case Block block -> manifest(block.body(), depth);
            case Mapping mapping -> manifest(mapping, depth);
            case Node.Expression expression -> unevaluated(expression);
            case Node.Call call -> unevaluated(call);
            case Scalar _ -> node;
            case Sequence sequence ->
                    new Sequence(
                            sequence.items().stream()
                                    .map(item -> depth > 0 ? value(item, depth - 1) : item)
                                    .toList(),
                            sequence.place());
        };
    }

    private static Scalar unevaluated(Node node) {
        return Scalar.standingFor(Form.TEMPLATE, Settings.textOf(node), node.place());
    }

    private static Node plain(Node node) {
        return node instanceof Block block ? block.body() : node;
    }

    private static Entry text(String key, String value, Node at) {
        return new Entry(
                Scalar.standingFor(Form.TEXT, key, at.place()),
                Scalar.standingFor(Form.TEXT, value, at.place()));
    }

    private static Scalar named(Scalar key, String name) {
        return new Scalar(key.form(), name, key.tag(), key.origin());
    }

    private static String camelCase(String name) {
        String known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean joined = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
            camel.append(joined ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return camel.toString();
    }
}
