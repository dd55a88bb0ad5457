package io.hushgate.estate.terraform;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.fact.VaultFact.PolicyAlias;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.JsonReader;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.vault.ApiRequest;
import io.hushgate.estate.vault.PolicyCollector;
import io.hushgate.estate.vault.RoleSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads resources of the Vault provider.
 *
 * <p>Source: registry.terraform.io/providers/hashicorp/vault/latest/docs.
 */
final class VaultResources {
    private static final String FORMAT = "terraform";

    /** Resource type to type of the auth method, and the method's default mount. */
    private static final Map<String, String> ROLES =
            Map.of(
                    "vault_kubernetes_auth_backend_role", "kubernetes",
                    "vault_approle_auth_backend_role", "approle",
                    "vault_jwt_auth_backend_role", "jwt",
                    "vault_token_auth_backend_role", "token",
                    "vault_aws_auth_backend_role", "aws",
                    "vault_gcp_auth_backend_role", "gcp",
                    "vault_azure_auth_backend_role", "azure",
                    "vault_cert_auth_backend_role", "cert");

    private static final Set<String> KV_READS =
            Set.of("vault_generic_secret", "vault_kv_secret_v2", "vault_kv_secret");

    private final JsonReader json;
    private final PolicyCollector policies;

    VaultResources(Limits limits, PolicyCollector policies) {
        this.json = new JsonReader(limits);
        this.policies = policies;
    }

    void read(Resource resource, Module module, Collector into) {
        References references = module.references(resource);
        Mapping body = references.resolved(resource.body());
        Settings settings = Settings.of(body);
        Place place = resource.at().place();
        String roleType = ROLES.get(resource.type());
        if (roleType != null && !resource.data()) {
            String mount = or(settings.text("backend"), roleType);
            String name = settings.text("role_name", "role", "name");
            boolean literal = !ApiRequest.hasExpansion(name + mount);
            into.add(
                    RoleSettings.read(
                            roleType, mount, name, settings, FORMAT, into.at(place, literal)));
            return;
        }
        if (KV_READS.contains(resource.type())) {
            kv(resource, settings, into);
            return;
        }
        switch (resource.type()) {
            case "vault_policy" -> policy(resource, module, settings, into);
            case "vault_auth_backend" ->
                    authMount(
                            or(settings.text("path"), settings.text("type")),
                            settings.text("type"),
                            place,
                            into);
            case "vault_jwt_auth_backend" -> {
                String type = or(settings.text("type"), "jwt");
                authMount(or(settings.text("path"), type), type, place, into);
                into.add(
                        ApiRequest.authConfig(
                                or(settings.text("path"), type), settings, into, place));
            }
            case "vault_kubernetes_auth_backend_config" ->
                    into.add(
                            ApiRequest.authConfig(
                                    or(settings.text("backend"), "kubernetes"),
                                    settings,
                                    into,
                                    place));
            case "vault_mount" ->
                    into.add(ApiRequest.mount(settings.text("path"), settings, into, place));
            case "vault_audit" ->
                    into.add(
                            ApiRequest.audit(
                                    or(settings.text("path"), settings.text("type")),
                                    settings,
                                    into,
                                    place));
            case "vault_generic_endpoint" -> endpoint(settings, place, into);
            default -> {}
        }
    }

    private static void authMount(String path, String type, Place place, Collector into) {
        boolean literal = !ApiRequest.hasExpansion(path + type);
        into.add(new AuthMount(RoleSettings.trimmed(path), type, into.at(place, literal)));
    }

    private void policy(Resource resource, Module module, Settings settings, Collector into) {
        String name = settings.text("name");
        Place place = resource.at().place();
        Node text = resource.body().get("policy").orElse(resource.at());
        Node followed = settings.node("policy").orElse(text);
        switch (followed) {
            case Scalar scalar ->
                    policies.add(name, scalar.asSource(), FORMAT, literally(scalar, into), place);
            case Call call
                    when call.function().equals("jsonencode") && !call.arguments().isEmpty() ->
                    call.arguments()
                            .getFirst()
                            .asMapping()
                            .ifPresent(tree -> policies.add(name, tree, FORMAT, into, place));
            case Call call
                    when call.function().equals("file") || call.function().equals("templatefile") ->
                    alias(name, call, place, into);
            case Expression expression ->
                    document(expression, resource, module.resources())
                            .ifPresent(document -> {
                                boolean beside = document.file().equals(resource.file());
                                Place at = beside ? document.at().place() : place;
                                Mapping body =
                                        module.references(document).resolved(document.body());
                                Mapping tree = stanzas(beside ? body : body.standingAt(at));
                                policies.add(name, tree, FORMAT, into, at);
                            });
            case Call _, Mapping _, Node.Sequence _, Block _ -> {}
        }
    }

    private static Collector literally(Scalar text, Collector into) {
        return text.isLiteral() ? into : into.atMost(Confidence.LOW);
    }

    private static void alias(String name, Call call, Place place, Collector into) {
        if (!call.arguments().isEmpty() && call.arguments().getFirst() instanceof Scalar file) {
            String path = file.text().replace("${path.module}/", "").replace("${path.root}/", "");
            into.add(
                    new PolicyAlias(
                            name.toLowerCase(Locale.ROOT),
                            path,
                            into.at(place, !path.contains("${"))));
        }
    }

    /** The document that an expression names, the one of the same instance before others. */
    private static Optional<Resource> document(
            Expression expression, Resource from, List<Resource> all) {
        List<Resource> named =
                all.stream()
                        .filter(one -> one.data() && one.type().equals("vault_policy_document"))
                        .filter(one ->
                                expression.text().startsWith(one.address() + ".")
                                        || expression.text().startsWith(one.address() + "["))
                        .toList();
        return named.stream()
                .filter(one -> one.instance().equals(from.instance()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /** The {@code rule} blocks of a policy document as the path stanzas that they generate. */
    private static Mapping stanzas(Mapping document) {
        List<Entry> entries = new ArrayList<>();
        for (Node rule : document.all("rule")) {
            Mapping body = rule.asMapping().orElse(document);
            for (Scalar path : body.scalars("path")) {
                List<Entry> kept = new ArrayList<>();
                for (Entry entry : body.entries()) {
                    switch (entry.key().text()) {
                        case "capabilities",
                                "required_parameters",
                                "min_wrapping_ttl",
                                "max_wrapping_ttl" ->
                                kept.add(entry);
                        default -> {}
                    }
                }
                parameters(body, "allowed_parameter", "allowed_parameters", kept);
                parameters(body, "denied_parameter", "denied_parameters", kept);
                Scalar key = new Scalar(Form.TEXT, "path", "", path.origin());
                entries.add(
                        new Entry(
                                key,
                                new Block(
                                        List.of(path),
                                        new Mapping(kept, body.place()),
                                        path.place())));
            }
        }
        return new Mapping(entries, document.place());
    }

    /** Blocks of {@code key} and {@code value} become one mapping. */
    private static void parameters(Mapping rule, String block, String key, List<Entry> into) {
        List<Entry> parameters = new ArrayList<>();
        for (Node one : rule.all(block)) {
            Mapping body = one.asMapping().orElse(rule);
            Optional<Scalar> name = body.scalar("key");
            Optional<Node> value = body.get("value");
            if (name.isPresent() && value.isPresent()) {
                parameters.add(new Entry(name.get(), value.get()));
            }
        }
        if (!parameters.isEmpty()) {
            Scalar first = parameters.getFirst().key();
            into.add(
                    new Entry(
                            new Scalar(Form.TEXT, key, "", first.origin()),
                            new Mapping(parameters, first.place())));
        }
    }

    private void endpoint(Settings settings, Place place, Collector into) {
        Optional<Mapping> payload = Optional.empty();
        if (settings.node("data_json").orElse(settings.mapping()) instanceof Scalar text) {
            payload =
                    json.read(text.asSource()).documents().stream()
                            .flatMap(document -> document.asMapping().stream())
                            .findFirst();
        } else if (settings.node("data_json").orElse(settings.mapping()) instanceof Call call
                && !call.arguments().isEmpty()) {
            payload = call.arguments().getFirst().asMapping();
        }
        payload.ifPresent(data ->
                new ApiRequest(settings.text("path"), Settings.of(data), FORMAT, place)
                        .read(into, policies));
    }

    private static void kv(Resource resource, Settings settings, Collector into) {
        String path = settings.text("path");
        boolean two = resource.type().endsWith("_v2");
        String whole = two ? settings.text("mount") + "/data/" + settings.text("name") : path;
        if (!whole.isEmpty()) {
            into.add(
                    new Use(
                            "",
                            "terraform",
                            "",
                            "",
                            "",
                            "",
                            whole,
                            "",
                            resource.data() ? "read" : "update",
                            FORMAT,
                            into.at(resource.at().place(), !whole.contains("${"))));
        }
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
