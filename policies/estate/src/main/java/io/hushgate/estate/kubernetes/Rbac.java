package io.hushgate.estate.kubernetes;

import io.hushgate.estate.fact.KubernetesFact.LabelRequirement;
import io.hushgate.estate.fact.KubernetesFact.LabelSelector;
import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.RbacRole;
import io.hushgate.estate.fact.KubernetesFact.RbacRule;
import io.hushgate.estate.fact.KubernetesFact.RoleRef;
import io.hushgate.estate.fact.KubernetesFact.Subject;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads roles and bindings of API group {@code rbac.authorization.k8s.io}. */
final class Rbac {
    private Rbac() {}

    static RbacRole role(String kind, Mapping object, Collector into) {
        Metadata metadata = Metadata.of(object);
        boolean cluster = kind.startsWith("Cluster");
        return new RbacRole(
                scope(cluster),
                cluster ? "" : metadata.namespace(),
                metadata.name(),
                object.mappings("rules").stream().map(Rbac::rule).toList(),
                object.get("aggregationRule").isPresent(),
                object.mapping("aggregationRule").mappings("clusterRoleSelectors").stream()
                        .map(Rbac::selector)
                        .toList(),
                metadata.labels(),
                into.at(KubernetesReader.nameNode(object).place()));
    }

    private static LabelSelector selector(Mapping selector) {
        Map<String, String> labels = new TreeMap<>();
        for (Entry label : selector.mapping("matchLabels").entries()) {
            if (label.value() instanceof Scalar value) {
                labels.put(label.key().text(), value.text());
            }
        }
        List<LabelRequirement> expressions =
                selector.mappings("matchExpressions").stream()
                        .map(one ->
                                new LabelRequirement(
                                        one.text("key"), one.text("operator"), one.texts("values")))
                        .toList();
        return new LabelSelector(labels, expressions);
    }

    private static RbacRule rule(Mapping rule) {
        return new RbacRule(
                rule.texts("apiGroups"),
                rule.texts("resources"),
                rule.texts("verbs"),
                rule.texts("resourceNames"),
                rule.texts("nonResourceURLs"),
                rule.place().line(),
                rule.place().column());
    }

    static RbacBinding binding(String kind, Mapping object, Collector into) {
        Metadata metadata = Metadata.of(object);
        boolean cluster = kind.startsWith("Cluster");
        Mapping ref = object.mapping("roleRef");
        List<Subject> subjects =
                object.mappings("subjects").stream()
                        .map(subject -> subject(subject, cluster ? "" : metadata.namespace()))
                        .toList();
        return new RbacBinding(
                scope(cluster),
                cluster ? "" : metadata.namespace(),
                metadata.name(),
                new RoleRef(ref.text("kind"), ref.text("name")),
                subjects,
                into.at(KubernetesReader.nameNode(object).place()));
    }

    /**
     * A subject without a namespace, if it is a service account, is taken to live beside the
     * binding.
     */
    private static Subject subject(Mapping subject, String bindingNamespace) {
        String kind = subject.text("kind");
        String written = Metadata.namespace(subject.text("namespace"));
        boolean inherits = written.isEmpty() && kind.equals("ServiceAccount");
        Node place = subject.get("name").orElse(subject);
        return new Subject(
                kind,
                inherits ? bindingNamespace : written,
                subject.text("name"),
                place.place().line(),
                place.place().column());
    }

    private static String scope(boolean cluster) {
        return cluster ? "cluster" : "namespace";
    }
}
