package io.hushgate.estate.kubernetes;

import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code metadata} of an object.
 *
 * @param namespace empty if the release decides it
 * @param annotations those that say how secrets and identities arrive
 * @param annotationKeys all, sorted
 */
public record Metadata(
        String namespace,
        String name,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<String> annotationKeys) {

    /** Prefixes of annotations whose values are settings and never credentials. */
    private static final List<String> TELLING =
            List.of(
                    "vault.hashicorp.com/",
                    "vault.security.banzaicloud.io/",
                    "avp.kubernetes.io/",
                    "eks.amazonaws.com/",
                    "iam.gke.io/",
                    "azure.workload.identity/",
                    "kubernetes.io/service-account.name",
                    "helm.sh/hook",
                    "external-secrets.io/");

    private static final int MAX_VALUE = 4_096;

    public Metadata {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        annotationKeys = List.copyOf(annotationKeys);
    }

    /** Reads it from the object that has it. */
    public static Metadata of(Mapping object) {
        Mapping metadata = object.mapping("metadata");
        Map<String, String> labels = new TreeMap<>();
        Map<String, String> telling = new TreeMap<>();
        List<String> keys =
                metadata.mapping("annotations").entries().stream()
                        .map(entry -> entry.key().text())
                        .sorted()
                        .distinct()
                        .toList();
        for (Entry label : metadata.mapping("labels").entries()) {
            if (label.value() instanceof Scalar value) {
                labels.put(label.key().text(), value.text());
            }
        }
        for (Entry annotation : metadata.mapping("annotations").entries()) {
            String key = annotation.key().text();
            if (annotation.value() instanceof Scalar value
                    && value.text().length() <= MAX_VALUE
                    && TELLING.stream().anyMatch(key::startsWith)) {
                telling.put(key, value.text());
            }
        }
        String name = metadata.text("name");
        return new Metadata(
                namespace(metadata.text("namespace")),
                name.isEmpty() ? metadata.text("generateName") : name,
                labels,
                telling,
                keys);
    }

    /** A namespace as written; one that the release fills in is as good as none. */
    public static String namespace(String written) {
        return written.contains("{{") && written.contains("Namespace") ? "" : written;
    }
}
