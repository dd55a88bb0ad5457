package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.SecretStore;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.Ttl;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.List;
import java.util.Locale;

/**
 * Reads HashiCorp's Vault Secrets Operator.
 *
 * <p>Source: developer.hashicorp.com/vault/docs/platform/k8s/vso/api-reference.
 */
final class VaultSecretsOperator {

    void store(String kind, Mapping resource, Collector into) {
        Resource own = Resource.of(resource);
        Mapping spec = resource.mapping("spec");
        Settings settings = Settings.of(spec);
        String method = settings.text("method", "defaultAuthMethod");
        Mapping login = spec.mapping(method.equals("approle") ? "appRole" : method);
        List<String> allowed = spec.texts("allowedNamespaces");
        into.add(
                new SecretStore(
                        kind,
                        own.namespace(),
                        own.name(),
                        "vault",
                        settings.address("address"),
                        "",
                        "",
                        method,
                        login.text("role").toLowerCase(Locale.ROOT),
                        Injector.mount(settings.text("mount", "defaultMount")),
                        login.text("serviceAccount"),
                        login.texts("audiences"),
                        allowed.contains("*"),
                        allowed,
                        settings.flag("skipTLSVerify"),
                        Resource.credentials(spec),
                        false,
                        into.at(own.nameNode().place())));
    }

    void secret(String kind, Mapping resource, Collector into) {
        Resource own = Resource.of(resource);
        Mapping spec = resource.mapping("spec");
        String auth = Injector.or(spec.text("vaultAuthRef"), "default");
        String store = "VaultAuth/" + auth.substring(auth.indexOf('/') + 1);
        String mount = spec.text("mount");
        String path = spec.text("path");
        switch (kind) {
            case "VaultStaticSecret" -> {
                boolean two = spec.text("type").equals("kv-v2");
                use(own, kind, store, mount + (two ? "/data/" : "/") + path, "read", spec, into);
            }
            case "VaultDynamicSecret" -> {
                String method = spec.text("requestHTTPMethod");
                boolean writes = method.equals("PUT") || method.equals("POST");
                use(own, kind, store, mount + "/" + path, writes ? "update" : "read", spec, into);
            }
            case "VaultPKISecret" -> {
                use(own, kind, store, mount + "/issue/" + spec.text("role"), "update", spec, into);
                if (Settings.of(spec).flag("revoke").orElse(false)) {
                    use(own, kind, store, mount + "/revoke", "update", spec, into);
                }
            }
            default -> throw new IllegalArgumentException(kind);
        }
        Mapping destination = spec.mapping("destination");
        if (!destination.text("name").isEmpty()) {
            into.add(
                    new SecretObject(
                            own.namespace(),
                            destination.text("name"),
                            destination.text("type"),
                            "vso",
                            List.of(),
                            false,
                            store,
                            Ttl.of(spec.text("refreshAfter")),
                            "",
                            "",
                            List.of(),
                            into.at(destination.place())));
        }
    }

    private static void use(
            Resource own,
            String kind,
            String store,
            String path,
            String operation,
            Mapping at,
            Collector into) {
        into.add(
                new Use(
                        own.namespace(),
                        kind + "/" + own.name(),
                        "",
                        "",
                        "",
                        store,
                        path,
                        "",
                        operation,
                        "vso",
                        into.at(at.get("path").orElse(at).place())));
    }
}
