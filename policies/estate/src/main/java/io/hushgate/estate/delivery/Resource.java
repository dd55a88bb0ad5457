package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.CredentialRef;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What custom resources have in common. */
record Resource(String namespace, String name, Node nameNode) {
    private static final int MAX_CREDENTIAL_DEPTH = 6;

    static Resource of(Mapping object) {
        Mapping metadata = object.mapping("metadata");
        Optional<Scalar> name = metadata.scalar("name");
        String namespace = metadata.text("namespace");
        return new Resource(
                namespace.contains("{{") && namespace.contains("Namespace") ? "" : namespace,
                metadata.text("name"),
                name.isPresent() ? name.get() : object);
    }

    /** Finds what names a Secret under keys such as {@code tokenSecretRef}, at any place below. */
    static List<CredentialRef> credentials(Mapping below) {
        List<CredentialRef> found = new ArrayList<>();
        collect(below, MAX_CREDENTIAL_DEPTH, found);
        return found;
    }

    private static void collect(Mapping below, int depth, List<CredentialRef> found) {
        for (Entry entry : below.entries()) {
            String key = entry.key().text();
            Optional<Mapping> value = entry.value().asMapping();
            if (value.isPresent() && depth > 0) {
                Mapping ref = value.get();
                if (key.toLowerCase(Locale.ROOT).endsWith("secretref")
                        && !ref.text("name").isEmpty()) {
                    found.add(
                            new CredentialRef(
                                    key,
                                    ref.text("namespace"),
                                    ref.text("name"),
                                    ref.text("key"),
                                    entry.key().place().line(),
                                    entry.key().place().column()));
                } else {
                    collect(ref, depth - 1, found);
                }
            }
        }
    }
}
