package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.SecretStore;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.KubernetesFact.DataKey;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.Ttl;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads External Secrets Operator.
 *
 * <p>Source: external-secrets.io/latest/api/spec. A path of a {@code data} entry is relative to the
 * store's mount; {@link io.hushgate.estate.Estate} makes it absolute once the store is known.
 */
final class ExternalSecrets {

    void store(String kind, Mapping resource, Collector into) {
        Resource own = Resource.of(resource);
        Mapping spec = resource.mapping("spec");
        Mapping providers = spec.mapping("provider");
        if (providers.entries().isEmpty()) {
            return;
        }
        Entry chosen = providers.entries().getFirst();
        Mapping provider = providers.mapping(chosen.key().text());
        Mapping auth = provider.mapping("auth");
        String method = auth.entries().isEmpty() ? "" : auth.entries().getFirst().key().text();
        Mapping login = auth.mapping(method);
        into.add(
                new SecretStore(
                        kind,
                        own.namespace(),
                        own.name(),
                        chosen.key().text(),
                        Settings.of(provider).address("server", "vaultUrl", "apiUrl", "host"),
                        provider.text("path"),
                        provider.text("version"),
                        method(method),
                        login.text("role").toLowerCase(Locale.ROOT),
                        Injector.mount(Settings.of(login).text("mountPath", "path")),
                        login.at("serviceAccountRef").text("name"),
                        login.at("serviceAccountRef").texts("audiences"),
                        kind.startsWith("Cluster") && spec.items("conditions").isEmpty(),
                        List.of(),
                        Optional.empty(),
                        Resource.credentials(provider),
                        false,
                        into.at(own.nameNode().place())));
    }

    /** A generator asks Vault anew each time, by a login of its own. */
    void generator(String kind, Mapping resource, Collector into) {
        Resource own = Resource.of(resource);
        Mapping spec = resource.mapping("spec");
        Mapping login = spec.at("provider", "auth", "kubernetes");
        for (Scalar path : spec.scalars("path")) {
            String method = Injector.or(spec.text("method"), "GET").toUpperCase(Locale.ROOT);
            String text = path.text();
            into.add(
                    new Use(
                            own.namespace(),
                            kind + "/" + own.name(),
                            login.at("serviceAccountRef").text("name"),
                            login.text("role").toLowerCase(Locale.ROOT),
                            Injector.mount(login.text("mountPath")),
                            "",
                            text.startsWith("/") ? text.substring(1) : text,
                            "",
                            switch (method) {
                                case "GET" -> "read";
                                case "LIST" -> "list";
                                case "DELETE" -> "delete";
                                default -> "update";
                            },
                            "eso",
                            into.at(path.place(), path.isLiteral())));
        }
    }

    /** The provider's key for a login, as Vault names the method. */
    private static String method(String key) {
        return switch (key) {
            case "tokenSecretRef" -> "token";
            case "appRole" -> "approle";
            case "userPass" -> "userpass";
            case "iam" -> "aws";
            default -> key.toLowerCase(Locale.ROOT);
        };
    }

    void secret(String kind, Mapping resource, Mapping spec, Collector into) {
        Resource own = Resource.of(resource);
        Mapping target = spec.mapping("target");
        Settings settings = Settings.of(spec);
        String store = storeOf(spec.mapping("secretStoreRef"));
        List<DataKey> keys = new ArrayList<>();
        for (Mapping data : spec.mappings("data")) {
            Node at = data.get("secretKey").orElse(data);
            keys.add(
                    new DataKey(
                            data.text("secretKey"),
                            ValueClass.REFERENCE,
                            at.place().line(),
                            at.place().column()));
            Mapping remote = data.mapping("remoteRef");
            use(
                    own,
                    kind,
                    store,
                    remote,
                    remote.text("key"),
                    remote.text("property"),
                    "read",
                    into);
        }
        for (Mapping from : spec.mappings("dataFrom")) {
            Mapping extract = from.mapping("extract");
            use(
                    own,
                    kind,
                    store,
                    from,
                    extract.text("key"),
                    extract.text("property"),
                    "read",
                    into);
            if (from.get("find").isPresent()) {
                String path = from.mapping("find").text("path");
                use(own, kind, store, from, path.isEmpty() ? "*" : path + "/*", "", "list", into);
                use(own, kind, store, from, path.isEmpty() ? "*" : path + "/*", "", "read", into);
            }
        }
        into.add(
                new SecretObject(
                        own.namespace(),
                        Injector.or(target.text("name"), own.name()),
                        target.mapping("template").text("type"),
                        "eso",
                        keys,
                        Settings.of(target).flag("immutable").orElse(false),
                        store,
                        Ttl.of(settings.text("refreshInterval")),
                        target.text("deletionPolicy"),
                        "",
                        List.of(),
                        into.at(own.nameNode().place())));
    }

    void push(Mapping resource, Collector into) {
        Resource own = Resource.of(resource);
        Mapping spec = resource.mapping("spec");
        for (Mapping ref : spec.mappings("secretStoreRefs")) {
            for (Mapping data : spec.mappings("data")) {
                Mapping remote = data.mapping("match").mapping("remoteRef");
                String key = remote.text("remoteKey");
                String property = remote.text("property");
                for (String operation : List.of("create", "update")) {
                    use(own, "PushSecret", storeOf(ref), remote, key, property, operation, into);
                }
            }
        }
    }

    private static String storeOf(Mapping ref) {
        return ref.text("name").isEmpty()
                ? ""
                : Injector.or(ref.text("kind"), "SecretStore") + "/" + ref.text("name");
    }

    private static void use(
            Resource own,
            String kind,
            String store,
            Mapping at,
            String path,
            String key,
            String operation,
            Collector into) {
        if (!path.isEmpty()) {
            into.add(
                    new Use(
                            own.namespace(),
                            kind + "/" + own.name(),
                            "",
                            "",
                            "",
                            store,
                            path.startsWith("/") ? path.substring(1) : path,
                            key,
                            operation,
                            "eso",
                            into.at(at.place())));
        }
    }
}
