package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;
import java.util.Set;

/**
 * {@code namePrefix}, {@code nameSuffix} and {@code namespace} of a kustomization.
 *
 * <p>Source: kubernetes-sigs/kustomize, default configuration of the prefix and namespace
 * transformers.
 */
record Renaming(String prefix, String suffix, String namespace) {
    private static final Set<String> KEEP_NAMES =
            Set.of("CustomResourceDefinition", "APIService", "Namespace");

    private static final Set<String> OF_THE_CLUSTER =
            Set.of(
                    "APIService",
                    "CSIDriver",
                    "CSINode",
                    "CertificateSigningRequest",
                    "ComponentStatus",
                    "CustomResourceDefinition",
                    "FlowSchema",
                    "IngressClass",
                    "MutatingWebhookConfiguration",
                    "Namespace",
                    "Node",
                    "PersistentVolume",
                    "PodSecurityPolicy",
                    "PriorityClass",
                    "PriorityLevelConfiguration",
                    "RuntimeClass",
                    "StorageClass",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "ValidatingWebhookConfiguration",
                    "VolumeAttachment");

    static Renaming of(Mapping kustomization) {
        return new Renaming(
                kustomization.text("namePrefix"),
                kustomization.text("nameSuffix"),
                kustomization.text("namespace"));
    }

    BuiltObject apply(BuiltObject object) {
        return object.changed(this::renamed);
    }

    private Mapping renamed(Mapping object) {
        String kind = object.text("kind");
        Mapping metadata = object.mapping("metadata");
        Mapping after = metadata;
        if (!namespace.isEmpty() && kind.equals("Namespace")) {
            after = named(after, namespace);
        } else if (!KEEP_NAMES.contains(kind) && !metadata.text("name").isEmpty()) {
            after = named(after, prefix + metadata.text("name") + suffix);
        }
        if (!namespace.isEmpty() && !isOfTheCluster(kind)) {
            after =
                    Edit.with(
                            after,
                            "namespace",
                            Edit.text(namespace, metadata.get("namespace").orElse(after).place()));
        }
        Mapping placed = after.equals(metadata) ? object : Edit.with(object, "metadata", after);
        return kind.endsWith("RoleBinding") && !namespace.isEmpty()
                ? Edit.at(placed, List.of("subjects"), this::defaultAccount)
                : placed;
    }

    private static Mapping named(Mapping metadata, String name) {
        return metadata.scalar("name")
                .filter(written -> !written.text().equals(name))
                .map(written -> Edit.with(metadata, "name", Edit.reworded(written, name)))
                .orElse(metadata);
    }

    /** Kinds of one's own are taken to be of the cluster if they are called so. */
    private static boolean isOfTheCluster(String kind) {
        return OF_THE_CLUSTER.contains(kind) || kind.startsWith("Cluster");
    }

    /** The account {@code default} is in every namespace and no object of the build. */
    private Node defaultAccount(Node subjects) {
        if (!(subjects instanceof Node.Sequence list)) {
            return subjects;
        }
        return Edit.items(
                list,
                item ->
                        item instanceof Mapping subject
                                        && subject.text("kind").equals("ServiceAccount")
                                        && subject.text("name").equals("default")
                                ? Edit.with(subject, "namespace", text(subject))
                                : item);
    }

    private Scalar text(Mapping subject) {
        return Edit.text(namespace, subject.get("namespace").orElse(subject).place());
    }
}
