package io.hushgate.estate.kubernetes;

import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.RbacRole;
import io.hushgate.estate.fact.KubernetesFact.RbacRule;
import io.hushgate.estate.fact.KubernetesFact.RoleRef;
import io.hushgate.estate.fact.KubernetesFact.Subject;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.List;

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
                metadata.labels(),
                into.at(KubernetesReader.nameNode(object).place()));
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
