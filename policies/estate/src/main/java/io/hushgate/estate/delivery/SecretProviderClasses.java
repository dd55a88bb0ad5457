package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.SecretStore;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.KubernetesFact.DataKey;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.Ttl;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Tree;
import io.hushgate.estate.tree.YamlReader;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code SecretProviderClass} of the Secrets Store CSI driver; its {@code objects} is YAML in
 * a string.
 *
 * <p>Source: developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations.
 */
final class SecretProviderClasses {
    private static final String KIND = "SecretProviderClass";

    void read(Mapping resource, Collector into) {
        Resource own = Resource.of(resource);
        Mapping spec = resource.mapping("spec");
        Settings parameters = Settings.of(spec.mapping("parameters"));
        List<Mapping> copies = spec.mappings("secretObjects");
        String role = parameters.text("roleName").toLowerCase(Locale.ROOT);
        String provider = spec.text("provider");
        String authMount =
                Injector.mount(
                        Injector.or(
                                parameters.text("vaultAuthMountPath", "vaultKubernetesMountPath"),
                                "kubernetes"));
        into.add(
                new SecretStore(
                        KIND,
                        own.namespace(),
                        own.name(),
                        provider,
                        parameters.address("vaultAddress"),
                        "",
                        "",
                        provider.equals("vault") ? "kubernetes" : "",
                        role,
                        authMount,
                        "",
                        parameters.list("audience"),
                        false,
                        List.of(),
                        parameters.flag("vaultSkipTLSVerify"),
                        List.of(),
                        !copies.isEmpty(),
                        into.at(own.nameNode().place())));
        for (Scalar objects : parameters.mapping().scalars("objects")) {
            uses(own, objects, role, authMount, into);
        }
        for (Mapping copy : copies) {
            into.add(
                    new SecretObject(
                            own.namespace(),
                            copy.text("secretName"),
                            copy.text("type"),
                            "csi",
                            copy.mappings("data").stream().map(SecretProviderClasses::key).toList(),
                            false,
                            KIND + "/" + own.name(),
                            Ttl.UNSET,
                            "",
                            "",
                            List.of(),
                            into.at(copy.place())));
        }
    }

    private static DataKey key(Mapping data) {
        Node at = data.get("key").orElse(data);
        return new DataKey(
                data.text("key"), ValueClass.REFERENCE, at.place().line(), at.place().column());
    }

    private static void uses(
            Resource own, Scalar objects, String role, String authMount, Collector into) {
        Tree tree = new YamlReader(Limits.DEFAULT).read(objects.asSource());
        for (Node document : tree.documents()) {
            for (Node item : document.asItems()) {
                Mapping object = item.asMapping().orElse(new Mapping(List.of(), item.place()));
                String path = object.text("secretPath");
                if (!path.isEmpty()) {
                    String method = object.text("method");
                    boolean writes = method.equals("PUT") || method.equals("POST");
                    into.add(
                            new Use(
                                    own.namespace(),
                                    KIND + "/" + own.name(),
                                    "",
                                    role,
                                    authMount,
                                    "",
                                    path.startsWith("/") ? path.substring(1) : path,
                                    object.text("secretKey"),
                                    writes ? "update" : "read",
                                    "csi",
                                    into.at(object.get("secretPath").orElse(object).place())));
                }
            }
        }
    }
}
