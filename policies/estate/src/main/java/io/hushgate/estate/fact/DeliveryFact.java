package io.hushgate.estate.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How secrets travel from a store to a workload: operators, injectors, Harness. */
public sealed interface DeliveryFact extends Fact {

    /**
     * Somebody needs an operation on a Vault path.
     *
     * @param subject who, such as {@code Deployment/web}, {@code ExternalSecret/db} or {@code
     *     script}
     * @param serviceAccount the account it logs in with; empty if unknown
     * @param role Vault role, lower case; empty if unknown
     * @param authMount without {@code auth/}; empty if unknown
     * @param store {@code KIND/NAME} of the {@link SecretStore} that is asked; empty if it is Vault
     *     itself
     * @param path the API path, as a request has it (KV v2 with {@code data/}); where the store is
     *     not among the facts, the path inside the store
     * @param key field of the secret; empty means all
     * @param operation {@code read}, {@code list}, {@code create}, {@code update}, patch or {@code
     *     delete}
     * @param via {@code injector}, {@code injector-template}, {@code bank-vaults}, {@code eso},
     *     {@code vso}, {@code csi}, {@code avp}, {@code vals}, {@code template}, {@code spring},
     *     {@code jenkins}, {@code ansible}, {@code github}, {@code gitlab}, {@code harness-loader},
     *     {@code harness-connector}, {@code cert-manager}, {@code vault-config-operator}, {@code
     *     shell}, {@code terraform}
     */
    record Use(
            String namespace,
            String subject,
            String serviceAccount,
            String role,
            String authMount,
            String store,
            String path,
            String key,
            String operation,
            String via,
            Provenance at)
            implements DeliveryFact {}

    /**
     * A connection of a secret operator: ESO {@code SecretStore}, {@code ClusterSecretStore}; VSO
     * {@code VaultAuth}, {@code VaultConnection}; {@code SecretProviderClass}.
     *
     * @param provider {@code vault}, {@code aws}, {@code gcpsm}, ...
     * @param path KV mount
     * @param version KV version as written
     * @param method login method: {@code kubernetes}, {@code token}, {@code approle}, {@code jwt},
     *     ...
     * @param open true if every namespace may use it
     * @param allowedNamespaces where given
     * @param credentials Secrets that hold what it logs in with
     * @param copies whether it writes Kubernetes Secrets ({@code secretObjects} of a
     *     SecretProviderClass)
     */
    record SecretStore(
            String kind,
            String namespace,
            String name,
            String provider,
            String address,
            String path,
            String version,
            String method,
            String role,
            String authMount,
            String serviceAccount,
            List<String> audiences,
            boolean open,
            List<String> allowedNamespaces,
            Optional<Boolean> tlsSkip,
            List<CredentialRef> credentials,
            boolean copies,
            Provenance at)
            implements DeliveryFact {
        public SecretStore {
            audiences = List.copyOf(audiences);
            allowedNamespaces = List.copyOf(allowedNamespaces);
            credentials = List.copyOf(credentials);
        }
    }

    /**
     * A Secret that a store logs in with.
     *
     * @param setting the setting that names it, such as {@code tokenSecretRef}
     */
    record CredentialRef(
            String setting, String namespace, String secret, String key, int line, int column) {}

    /**
     * A Harness connector.
     *
     * @param scope {@code account}, {@code org} or {@code project}
     * @param address {@code vaultUrl}, {@code url} or the like
     * @param secretRefs setting to the reference it holds ({@code account.x}, {@code org.x} or
     *     {@code x})
     * @param secretValues setting that should hold a reference to what stands there
     * @param selectors {@code delegateSelectors}
     * @param settings further plain settings: {@code basePath}, {@code secretEngineName}, {@code
     *     isDefault}, ...
     */
    record HarnessConnector(
            String scope,
            String organization,
            String project,
            String identifier,
            String type,
            String address,
            Map<String, String> secretRefs,
            Map<String, ValueClass> secretValues,
            List<String> selectors,
            Map<String, String> settings,
            Map<String, Integer> lines,
            Provenance at)
            implements DeliveryFact {
        public HarnessConnector {
            secretRefs = Map.copyOf(secretRefs);
            secretValues = Map.copyOf(secretValues);
            selectors = List.copyOf(selectors);
            settings = Map.copyOf(settings);
            lines = Map.copyOf(lines);
        }
    }

    /**
     * A Harness secret.
     *
     * @param type {@code SecretText}, {@code SecretFile}, {@code SSHKey} or {@code
     *     WinRmCredentials}
     * @param manager reference to the secret manager's connector
     * @param valueType {@code Inline} or {@code Reference}
     * @param value what stands at {@code value}
     */
    record HarnessSecret(
            String scope,
            String organization,
            String project,
            String identifier,
            String type,
            String manager,
            String valueType,
            ValueClass value,
            Map<String, Integer> lines,
            Provenance at)
            implements DeliveryFact {
        public HarnessSecret {
            lines = Map.copyOf(lines);
        }
    }

    /**
     * A chart value whose name says that it holds or names a secret.
     *
     * @param use {@code default} (the chart's own values.yaml), {@code override} or {@code example}
     *     (under ci, test or example folders)
     * @param key dotted, list items as {@code [0]}: {@code pachd.rootToken}
     * @param value what stands there; the name of a Kubernetes Secret is a reference
     * @param target that name, where the key says that the value is one; else empty
     */
    record ChartValue(String use, String key, ValueClass value, String target, Provenance at)
            implements DeliveryFact {}
}
