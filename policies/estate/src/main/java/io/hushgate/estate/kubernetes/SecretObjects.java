package io.hushgate.estate.kubernetes;

import io.hushgate.estate.fact.KubernetesFact.ConfigObject;
import io.hushgate.estate.fact.KubernetesFact.DataKey;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.PlatformFact.DecryptionKey;
import io.hushgate.estate.fact.PlatformFact.EncryptedFile;
import io.hushgate.estate.fact.Ttl;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.JsonReader;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.vault.PolicyCollector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Secrets, SealedSecrets and ConfigMaps: names, keys, and what kind of thing stands at each
 * key.
 */
final class SecretObjects {
    private static final int MAX_DECODED = 1 << 20;
    private static final int SHORTEST_NAME = 4;
    private static final String SEALED = "sealed-secrets";

    /** The label by which the controller of Sealed Secrets finds its own keys. */
    private static final String SEALING_KEY = "sealedsecrets.bitnami.com/sealed-secrets-key";

    private final PolicyCollector policies;
    private final String source;

    SecretObjects(PolicyCollector policies, String source) {
        this.policies = policies;
        this.source = source;
    }

    void secret(Mapping object, Collector into) {
        List<DataKey> keys = new ArrayList<>();
        boolean sops = object.get("sops").isPresent();
        for (Entry entry : object.mapping("data").entries()) {
            keys.add(sops ? key(entry, ValueClass.ENCRYPTED) : data(entry));
        }
        for (Entry entry : object.mapping("stringData").entries()) {
            keys.add(key(entry, configured(entry.value())));
        }
        Metadata metadata = Metadata.of(object);
        if (metadata.labels().containsKey(SEALING_KEY) && !keys.isEmpty()) {
            into.add(new DecryptionKey(SEALED, into.at(KubernetesReader.nameNode(object).place())));
        }
        into.add(
                secret(
                        metadata,
                        object.text("type"),
                        source,
                        keys,
                        Settings.of(object).flag("immutable").orElse(false),
                        KubernetesReader.nameNode(object),
                        into));
    }

    void sealed(Mapping object, Collector into) {
        List<DataKey> keys = new ArrayList<>();
        for (Entry entry : object.at("spec", "encryptedData").entries()) {
            keys.add(key(entry, ValueClass.ENCRYPTED));
        }
        String type = object.at("spec", "template").text("type");
        Node at = KubernetesReader.nameNode(object);
        into.add(secret(Metadata.of(object), type, "sealed", keys, false, at, into));
        if (!keys.isEmpty()) {
            into.add(
                    new EncryptedFile(
                            SEALED, Optional.empty(), List.of(), List.of(), into.at(at.place())));
        }
    }

    void config(Mapping object, Collector into) {
        List<DataKey> keys = new ArrayList<>();
        for (Entry entry : object.mapping("data").entries()) {
            keys.add(key(entry, configured(entry.value())));
            if (entry.value() instanceof Scalar text) {
                String key = entry.key().text();
                String name = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
                policies.add(name, text.asSource(), "embedded", into, text.place());
            }
        }
        Metadata metadata = Metadata.of(object);
        into.add(
                new ConfigObject(
                        metadata.namespace(),
                        metadata.name(),
                        keys,
                        into.at(KubernetesReader.nameNode(object).place())));
    }

    /**
     * What stands in clear at a key. A JSON document is no value by itself: it is as secret as its
     * members are by their names.
     */
    private static ValueClass configured(Node value) {
        ValueClass whole = ValueClassifier.of(value);
        if (whole != ValueClass.LITERAL
                || !(value instanceof Scalar scalar)
                || !scalar.text().strip().startsWith("{")) {
            return whole;
        }
        List<Node> documents = new JsonReader(Limits.DEFAULT).read(scalar.asSource()).documents();
        boolean harmless =
                !documents.isEmpty() && documents.stream().noneMatch(SecretObjects::holdsSecret);
        return harmless ? ValueClass.REFERENCE : whole;
    }

    private static boolean holdsSecret(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .anyMatch(entry ->
                            entry.value() instanceof Scalar value
                                    ? Naming.isSecret(entry.key().text())
                                            && ValueClassifier.of(value) == ValueClass.LITERAL
                                    : holdsSecret(entry.value()));
        }
        return !(node instanceof Scalar)
                && node.asItems().stream().anyMatch(SecretObjects::holdsSecret);
    }

    private static SecretObject secret(
            Metadata metadata,
            String type,
            String source,
            List<DataKey> keys,
            boolean immutable,
            Node at,
            Collector into) {
        return new SecretObject(
                metadata.namespace(),
                metadata.name(),
                type,
                source,
                keys,
                immutable,
                "",
                Ttl.UNSET,
                "",
                metadata.annotations().getOrDefault("kubernetes.io/service-account.name", ""),
                metadata.annotationKeys(),
                into.at(at.place()));
    }

    private static DataKey key(Entry entry, ValueClass value) {
        boolean repeats = value == ValueClass.LITERAL && repeatsItsName(entry);
        return key(entry.key().text(), repeats ? ValueClass.PLACEHOLDER : value, entry.key());
    }

    /** {@code apiKey: apiKey} stands for a value, as documentation writes it. */
    private static boolean repeatsItsName(Entry entry) {
        return entry.value() instanceof Scalar value
                && letters(entry.key().text()).contains(letters(value.text()))
                && letters(value.text()).length() >= SHORTEST_NAME;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    private static DataKey key(Entry entry, ValueClass value, String flaw) {
        Node at = entry.key();
        return new DataKey(entry.key().text(), value, flaw, at.place().line(), at.place().column());
    }

    private static DataKey key(String name, ValueClass value, Node at) {
        return new DataKey(name, value, at.place().line(), at.place().column());
    }

    /**
     * What the base64 of {@code data} stands for; text that is no base64 is classified as it is.
     */
    private static DataKey data(Entry entry) {
        ValueClass written = ValueClassifier.of(entry.value());
        if (written != ValueClass.LITERAL
                || !(entry.value() instanceof Scalar scalar)
                || scalar.text().length() > MAX_DECODED) {
            return key(entry, written);
        }
        String text = scalar.text().replaceAll("\\s", "");
        try {
            String value = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            return key(entry, ValueClassifier.of(value), endsInLine(value) ? "newline" : "");
        } catch (IllegalArgumentException e) {
            return key(entry, written, "encoding");
        }
    }

    /**
     * A password with a line end behind it; a text of several lines, such as a file, has one by
     * right.
     */
    private static boolean endsInLine(String value) {
        return value.endsWith("\n") && value.indexOf('\n') == value.length() - 1;
    }
}
