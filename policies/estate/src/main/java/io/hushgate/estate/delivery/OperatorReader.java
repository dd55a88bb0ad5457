package io.hushgate.estate.delivery;

import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node.Mapping;

/** Reads the custom resources of secret operators and drivers. */
public final class OperatorReader {
    private final ExternalSecrets externalSecrets = new ExternalSecrets();
    private final CertManager certManager = new CertManager();
    private final VaultSecretsOperator vaultSecretsOperator = new VaultSecretsOperator();
    private final SecretProviderClasses secretProviderClasses = new SecretProviderClasses();

    /** Reads a resource; kinds of no interest leave nothing. */
    public void read(String kind, Mapping resource, Collector into) {
        switch (kind) {
            case "SecretStore", "ClusterSecretStore" -> externalSecrets.store(kind, resource, into);
            case "ExternalSecret" ->
                    externalSecrets.secret(kind, resource, resource.mapping("spec"), into);
            case "ClusterExternalSecret" ->
                    externalSecrets.secret(
                            kind, resource, resource.at("spec", "externalSecretSpec"), into);
            case "PushSecret" -> externalSecrets.push(resource, into);
            case "VaultConnection", "VaultAuth", "VaultAuthGlobal" ->
                    vaultSecretsOperator.store(kind, resource, into);
            case "VaultStaticSecret", "VaultDynamicSecret", "VaultPKISecret" -> {
                if (resource.text("apiVersion").startsWith("generators.external-secrets.io/")) {
                    externalSecrets.generator(kind, resource, into);
                }
                if (resource.text("apiVersion").startsWith("secrets.hashicorp.com/")) {
                    vaultSecretsOperator.secret(kind, resource, into);
                }
            }
            case "Issuer", "ClusterIssuer" -> certManager.issuer(kind, resource, into);
            case "SecretProviderClass" -> secretProviderClasses.read(resource, into);
            default -> {}
        }
    }
}
