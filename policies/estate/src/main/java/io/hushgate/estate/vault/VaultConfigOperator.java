package io.hushgate.estate.vault;

import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node.Mapping;

/**
 * The custom resources of vault-config-operator, API group {@code redhatcop.redhat.io}.
 *
 * <p>Source: github.com/redhat-cop/vault-config-operator, docs. An engine is mounted at {@code
 * spec.path/metadata.name}, or at {@code spec.path/spec.name}.
 */
public final class VaultConfigOperator {
    private static final String FORMAT = "vault-config-operator";

    private final PolicyCollector policies;

    public VaultConfigOperator(PolicyCollector policies) {
        this.policies = policies;
    }

    /** Reads a resource; kinds of no interest leave nothing. */
    public void read(String kind, Mapping resource, Collector into) {
        Mapping spec = resource.mapping("spec");
        Settings settings = Settings.of(spec);
        String name =
                settings.has("name")
                        ? settings.text("name")
                        : resource.mapping("metadata").text("name");
        String path = settings.text("path");
        switch (kind) {
            case "Policy" ->
                    spec.scalar("policy")
                            .ifPresent(text ->
                                    policies.add(
                                            name, text.asSource(), FORMAT, into, text.place()));
            case "KubernetesAuthEngineRole" ->
                    into.add(
                            RoleSettings.read(
                                    "kubernetes",
                                    path,
                                    name,
                                    settings,
                                    FORMAT,
                                    into.at(spec.place())));
            case "JWTOIDCAuthEngineRole" ->
                    into.add(
                            RoleSettings.read(
                                    "jwt", path, name, settings, FORMAT, into.at(spec.place())));
            case "KubernetesAuthEngineConfig" ->
                    into.add(
                            ApiRequest.authConfig(path + "/" + name, settings, into, spec.place()));
            case "AuthEngineMount" ->
                    into.add(
                            new AuthMount(
                                    RoleSettings.trimmed(path + "/" + name),
                                    settings.text("type"),
                                    into.at(spec.place())));
            case "SecretEngineMount" ->
                    into.add(ApiRequest.mount(path + "/" + name, settings, into, spec.place()));
            default -> {}
        }
    }
}
