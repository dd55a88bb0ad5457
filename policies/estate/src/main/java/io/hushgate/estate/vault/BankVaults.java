package io.hushgate.estate.vault;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;

/**
 * The configuration of bank-vaults: a file of its own, or {@code spec.externalConfig} of a {@code
 * Vault} resource.
 *
 * <p>Source: bank-vaults.dev/docs/external-configuration/.
 */
public final class BankVaults {
    private static final String FORMAT = "bank-vaults";

    private final PolicyCollector policies;

    public BankVaults(PolicyCollector policies) {
        this.policies = policies;
    }

    /** Tells whether a mapping is such a configuration. */
    public static boolean isConfiguration(Mapping root) {
        return root.mappings("policies").stream()
                        .anyMatch(policy -> policy.scalar("rules").isPresent())
                || root.mappings("auth").stream().anyMatch(auth -> auth.scalar("type").isPresent());
    }

    /** Reads policies, auth methods with their roles, secrets engines and audit devices. */
    public void read(Mapping root, Collector into) {
        for (Mapping policy : root.mappings("policies")) {
            policy.scalar("rules").ifPresent(rules -> policy(policy, rules, into));
        }
        for (Mapping auth : root.mappings("auth")) {
            auth(auth, into);
        }
        for (Mapping engine : root.mappings("secrets")) {
            Settings settings = Settings.of(engine);
            String path = settings.text("path", "type");
            if (!path.isEmpty()) {
                into.add(ApiRequest.mount(path, settings, into, engine.place()));
            }
        }
        for (Mapping device : root.mappings("audit")) {
            Settings settings = Settings.of(device);
            into.add(
                    ApiRequest.audit(
                            settings.text("path", "type"), settings, into, device.place()));
        }
    }

    private void policy(Mapping policy, Scalar rules, Collector into) {
        policies.add(policy.text("name"), rules.asSource(), FORMAT, into, rules.place());
    }

    private void auth(Mapping auth, Collector into) {
        Settings settings = Settings.of(auth);
        String type = settings.text("type");
        String path = settings.text("path", "type");
        if (type.isEmpty()) {
            return;
        }
        into.add(new AuthMount(RoleSettings.trimmed(path), type, into.at(auth.place())));
        if (auth.get("config").isPresent()
                && (type.equals("kubernetes") || type.equals("jwt") || type.equals("oidc"))) {
            Mapping config = auth.mapping("config");
            into.add(ApiRequest.authConfig(path, Settings.of(config), into, config.place()));
        }
        for (Mapping role : auth.mappings("roles")) {
            into.add(
                    RoleSettings.read(
                            type,
                            path,
                            role.text("name"),
                            Settings.of(role),
                            FORMAT,
                            into.at(role.place(), !ApiRequest.hasExpansion(role.text("name")))));
        }
        members(auth.mapping("users"), type, path, into);
        members(auth.mapping("groups"), type, path, into);
        members(auth.at("map", "teams"), type, path, into);
        members(auth.at("map", "users"), type, path, into);
    }

    /**
     * Users and groups that are mapped to policies: {@code name: {policies: x}} or {@code name: x}.
     */
    private void members(Mapping members, String type, String path, Collector into) {
        for (Entry member : members.entries()) {
            Node value = member.value();
            Settings settings =
                    value.asMapping()
                            .map(Settings::of)
                            .orElseGet(() ->
                                    Settings.of(
                                            List.of(new Entry(renamed(member.key()), value)),
                                            value));
            into.add(
                    RoleSettings.read(
                            type,
                            path,
                            member.key().text(),
                            settings,
                            FORMAT,
                            into.atMost(Confidence.MEDIUM).at(member.key().place())));
        }
    }

    private static Scalar renamed(Scalar key) {
        return new Scalar(key.form(), "policies", key.tag(), key.origin());
    }
}
