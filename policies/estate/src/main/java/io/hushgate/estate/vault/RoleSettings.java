package io.hushgate.estate.vault;

import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.VaultFact.Bound;
import io.hushgate.estate.fact.VaultFact.Claims;
import io.hushgate.estate.fact.VaultFact.Role;
import io.hushgate.estate.fact.VaultFact.SecretIdSettings;
import io.hushgate.estate.fact.VaultFact.TokenSettings;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of a login role under all the names they go by: of today's API, of the API before
 * 1.2 ({@code policies}, {@code ttl}), and of vault-config-operator (camel case).
 */
public final class RoleSettings {
    private RoleSettings() {}

    /**
     * Reads a role.
     *
     * @param type type of the auth mount; empty if unknown
     */
    public static Role read(
            String type,
            String authMount,
            String name,
            Settings settings,
            String format,
            Provenance at) {
        return new Role(
                kind(type, authMount, settings),
                trimmed(authMount),
                name.toLowerCase(Locale.ROOT),
                settings.names(
                        "token_policies",
                        "tokenPolicies",
                        "policies",
                        "policy",
                        "allowed_policies"),
                bound(settings),
                token(settings),
                secretId(settings),
                claims(settings),
                settings.lines(),
                format,
                at);
    }

    private static String kind(String type, String authMount, Settings settings) {
        if (!type.isEmpty()) {
            return type.equals("jwt") || type.equals("oidc")
                    ? settings.text("role_type").equals("oidc") ? "oidc" : type
                    : type;
        }
        if (settings.has(
                "bound_service_account_names",
                "bound_service_account_namespaces",
                "targetServiceAccounts")) {
            return "kubernetes";
        }
        if (settings.has("bind_secret_id", "secret_id_ttl", "secret_id_num_uses")) {
            return "approle";
        }
        if (settings.has("bound_audiences", "user_claim", "bound_claims")) {
            return settings.text("role_type").equals("oidc") ? "oidc" : "jwt";
        }
        String mount = trimmed(authMount).toLowerCase(Locale.ROOT);
        return mount.startsWith("k8s") || mount.startsWith("kube") ? "kubernetes" : mount;
    }

    private static Bound bound(Settings settings) {
        Mapping target = settings.mapping().mapping("targetNamespaces");
        List<String> namespaces =
                settings.list("bound_service_account_namespaces").isEmpty()
                        ? Settings.of(target).list("targetNamespaces")
                        : settings.list("bound_service_account_namespaces");
        String selector =
                target.get("targetNamespaceSelector").isPresent()
                        ? Flow.of(target.mapping("targetNamespaceSelector"))
                        : settings.node("bound_service_account_namespace_selector")
                                .map(Flow::of)
                                .orElse("");
        return new Bound(
                settings.list("bound_service_account_names", "targetServiceAccounts"),
                namespaces,
                selector,
                settings.text("audience"),
                settings.text("alias_name_source", "aliasNameSource"));
    }

    private static TokenSettings token(Settings settings) {
        return new TokenSettings(
                settings.ttl("token_ttl", "tokenTTL", "ttl", "lease"),
                settings.ttl("token_max_ttl", "tokenMaxTTL", "max_ttl", "max_lease"),
                settings.ttl("token_explicit_max_ttl", "tokenExplicitMaxTTL", "explicit_max_ttl"),
                settings.ttl("token_period", "tokenPeriod", "period"),
                settings.number("token_num_uses", "tokenNumUses", "num_uses"),
                settings.list(
                        "token_bound_cidrs", "tokenBoundCIDRs", "bound_cidrs", "bound_cidr_list"),
                settings.flag("token_no_default_policy", "tokenNoDefaultPolicy"),
                settings.text("token_type", "tokenType"));
    }

    private static SecretIdSettings secretId(Settings settings) {
        return new SecretIdSettings(
                settings.flag("bind_secret_id"),
                settings.ttl("secret_id_ttl"),
                settings.number("secret_id_num_uses"),
                settings.list("secret_id_bound_cidrs"));
    }

    private static Claims claims(Settings settings) {
        Map<String, List<String>> bound = new TreeMap<>();
        for (Entry entry : settings.mapping().mapping("bound_claims").entries()) {
            bound.put(
                    entry.key().text(),
                    entry.value().asItems().stream().map(Settings::textOf).toList());
        }
        return new Claims(
                settings.list("bound_audiences"),
                settings.text("bound_subject"),
                bound,
                settings.text("bound_claims_type"),
                settings.text("user_claim"));
    }

    /** A mount path as facts have it. */
    public static String trimmed(String mount) {
        String bare = mount.startsWith("auth/") ? mount.substring("auth/".length()) : mount;
        int from = 0;
        int to = bare.length();
        while (from < to && bare.charAt(from) == '/') {
            from++;
        }
        while (to > from && bare.charAt(to - 1) == '/') {
            to--;
        }
        return bare.substring(from, to);
    }

    /** A tree on one line, as YAML flow style has it; keys in their order. */
    private static final class Flow {
        static String of(Node node) {
            return switch (node) {
                case Mapping mapping -> {
                    StringBuilder text = new StringBuilder("{");
                    for (Entry entry : mapping.entries()) {
                        text.append(text.length() > 1 ? ", " : "")
                                .append(entry.key().text())
                                .append(": ")
                                .append(of(entry.value()));
                    }
                    yield text.append('}').toString();
                }
                case Node.Sequence sequence ->
                        "["
                                + String.join(
                                        ", ", sequence.items().stream().map(Flow::of).toList())
                                + "]";
                case Node.Scalar _, Node.Expression _, Node.Call _ -> Settings.textOf(node);
                case Node.Block block -> of(block.body());
            };
        }
    }
}
