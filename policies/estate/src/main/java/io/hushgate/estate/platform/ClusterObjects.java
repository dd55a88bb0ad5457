package io.hushgate.estate.platform;

import io.hushgate.estate.fact.PlatformFact.EtcdEncryption;
import io.hushgate.estate.fact.PlatformFact.NamespaceObject;
import io.hushgate.estate.fact.PlatformFact.NetworkPolicy;
import io.hushgate.estate.fact.PlatformFact.PeerAuthentication;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads objects that set the walls of a cluster. */
public final class ClusterObjects {
    private ClusterObjects() {}

    /** Reads the object; kinds of no interest leave nothing. */
    public static void read(String kind, Mapping object, Collector into) {
        Mapping metadata = object.mapping("metadata");
        String namespace = namespace(metadata.text("namespace"));
        String name = metadata.text("name");
        Optional<Scalar> named = metadata.scalar("name");
        Place at = named.isPresent() ? named.get().place() : object.place();
        switch (kind) {
            case "Namespace" -> into.add(new NamespaceObject(name, labels(metadata), into.at(at)));
            case "NetworkPolicy" -> into.add(network(namespace, name, object, at, into));
            case "PeerAuthentication" ->
                    into.add(
                            new PeerAuthentication(
                                    namespace,
                                    name,
                                    object.at("spec", "mtls").text("mode"),
                                    into.at(at)));
            case "EncryptionConfiguration", "EncryptionConfig" -> encryption(object, into);
            default -> {}
        }
    }

    private static String namespace(String written) {
        return written.contains("{{") ? "" : written;
    }

    private static Map<String, String> labels(Mapping metadata) {
        Map<String, String> labels = new TreeMap<>();
        for (Entry label : metadata.mapping("labels").entries()) {
            if (label.value() instanceof Scalar value) {
                labels.put(label.key().text(), value.text());
            }
        }
        return labels;
    }

    private static NetworkPolicy network(
            String namespace, String name, Mapping object, Place at, Collector into) {
        Mapping spec = object.mapping("spec");
        boolean everyPod = spec.mapping("podSelector").entries().isEmpty();
        boolean open =
                spec.mappings("ingress").stream().anyMatch(rule -> rule.items("from").isEmpty());
        return new NetworkPolicy(
                namespace, name, everyPod, spec.texts("policyTypes"), open, into.at(at));
    }

    private static void encryption(Mapping object, Collector into) {
        for (Mapping entry : object.mappings("resources")) {
            List<String> providers = new ArrayList<>();
            for (Mapping provider : entry.mappings("providers")) {
                provider.entries().stream()
                        .map(one -> one.key().text())
                        .findFirst()
                        .ifPresent(providers::add);
            }
            into.add(
                    new EtcdEncryption(
                            entry.texts("resources"), providers, into.at(entry.place())));
        }
    }
}
