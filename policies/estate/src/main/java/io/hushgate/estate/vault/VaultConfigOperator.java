package io.hushgate.estate.vault;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.Locale;

/**
 * The custom resources of vault-config-operator and what it reads and writes for them, API group
 * {@code redhatcop.redhat.io}.
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
            case "VaultSecret" ->
                    spec.mappings("vaultSecretDefinitions")
                            .forEach(one -> use(resource, one, one.text("path"), "read", into));
            case "RandomSecret" -> {
                if (!path.isEmpty()) {
                    use(resource, spec, path + "/" + name, "update", into);
                }
            }
            default -> {}
        }
    }

    /**
     * The operator logs in as an account of the resource's namespace; where nobody says which, what
     * templated policies grant it is not known.
     */
    private static void use(
            Mapping resource, Mapping of, String path, String operation, Collector into) {
        Mapping login = of.mapping("authentication");
        String account = login.mapping("serviceAccount").text("name");
        String mount = login.text("path");
        Mapping metadata = resource.mapping("metadata");
        for (Scalar at : of.scalars("path")) {
            into.add(
                    new Use(
                            metadata.text("namespace"),
                            resource.text("kind") + "/" + metadata.text("name"),
                            account.isEmpty() ? "default" : account,
                            login.text("role").toLowerCase(Locale.ROOT),
                            RoleSettings.trimmed(mount.isEmpty() ? "kubernetes" : mount),
                            "",
                            RoleSettings.trimmed(path),
                            "",
                            operation,
                            FORMAT,
                            into.at(
                                    at.place(),
                                    at.isLiteral() && !metadata.text("namespace").isEmpty())));
        }
    }
}
