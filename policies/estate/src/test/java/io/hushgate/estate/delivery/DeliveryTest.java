package io.hushgate.estate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.Estate;
import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.DeliveryFact.ChartValue;
import io.hushgate.estate.fact.DeliveryFact.HarnessConnector;
import io.hushgate.estate.fact.DeliveryFact.HarnessSecret;
import io.hushgate.estate.fact.DeliveryFact.SecretStore;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.fact.VaultFact.Connection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static <T extends Fact> List<T> read(Class<T> type, String address, String text) {
        EstateReader reader = new EstateReader();
        return Estate.of(List.of(reader.read(address, text.getBytes(StandardCharsets.UTF_8))))
                .facts()
                .stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void readsWhatTheInjectorIsAskedFor() {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: p
                  annotations:
                    vault.hashicorp.com/agent-inject: "true"
                    vault.hashicorp.com/role: Web
                    vault.hashicorp.com/tls-skip-verify: "true"
                    vault.hashicorp.com/agent-inject-secret-a: /secret/data/a
                    vault.hashicorp.com/agent-inject-template-a: |
                      {{ with secret "secret/data/a" }}x{{ end }}
                      {{ with secret "pki/issue/web" "common_name=x" }}y{{ end }}
                spec: {serviceAccountName: web, containers: []}
                """;

        assertThat(read(Use.class, "pod.yaml", pod))
                .extracting(u ->
                        u.operation()
                                + " "
                                + u.path()
                                + " "
                                + u.role()
                                + " "
                                + u.serviceAccount()
                                + " "
                                + u.at().line())
                .containsExactly("read secret/data/a web web 9", "update pki/issue/web web web 12");
        Connection connection = read(Connection.class, "pod.yaml", pod).getFirst();
        assertThat(connection.tlsSkip()).isEqualTo(Optional.of(true));
        assertThat(connection.authMount()).isEqualTo("kubernetes");
    }

    @Test
    void readsReferencesOfBankVaultsAndNoAddresses() {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers:
                    - name: c
                      env:
                        - {name: A, value: "vault:secret/data/a#KEY"}
                        - {name: B, value: ">>vault:transit/x#${.v}"}
                        - {name: C, value: "jdbc://${vault:secret/data/c#user}@h"}
                        - {name: VAULT_ADDR, value: "http://vault:8200"}
                """;

        assertThat(read(Use.class, "pod.yaml", pod))
                .extracting(u -> u.operation() + " " + u.path() + " " + u.key())
                .containsExactly(
                        "read secret/data/a KEY", "update transit/x ", "read secret/data/c user");
    }

    @Test
    void givesUsesOfExternalSecretsThePathRoleAndMountOfTheirStore() {
        String yaml =
                """
                apiVersion: external-secrets.io/v1
                kind: ClusterSecretStore
                metadata: {name: vault}
                spec:
                  provider:
                    vault:
                      server: http://vault:8200
                      path: kv
                      version: v2
                      auth: {kubernetes: {mountPath: k8s, role: Eso, serviceAccountRef: {name: eso}}}
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: db, namespace: shop}
                spec:
                  refreshInterval: "0"
                  secretStoreRef: {kind: ClusterSecretStore, name: vault}
                  target: {name: db-secret, deletionPolicy: Retain}
                  data:
                    - secretKey: password
                      remoteRef: {key: shop/db, property: pw}
                  dataFrom:
                    - find: {path: shop}
                """;

        assertThat(read(Use.class, "eso.yaml", yaml))
                .extracting(u ->
                        u.operation()
                                + " "
                                + u.path()
                                + "#"
                                + u.key()
                                + " "
                                + u.role()
                                + "@"
                                + u.authMount())
                .containsExactlyInAnyOrder(
                        "read kv/data/shop/db#pw eso@k8s",
                        "list kv/metadata/shop/*# eso@k8s",
                        "read kv/data/shop/*# eso@k8s");
        SecretStore store = read(SecretStore.class, "eso.yaml", yaml).getFirst();
        assertThat(store.open()).isTrue();
        assertThat(store.method()).isEqualTo("kubernetes");
        SecretObject made = read(SecretObject.class, "eso.yaml", yaml).getFirst();
        assertThat(made.name()).isEqualTo("db-secret");
        assertThat(made.refresh().seconds()).isEqualTo(Optional.of(0L));
        assertThat(made.store()).isEqualTo("ClusterSecretStore/vault");
    }

    @Test
    void readsVaultSecretsOperatorAndTheSecretsStoreDriver() {
        String yaml =
                """
                apiVersion: secrets.hashicorp.com/v1beta1
                kind: VaultAuth
                metadata: {name: default, namespace: a}
                spec:
                  method: kubernetes
                  mount: k8s
                  allowedNamespaces: ["*"]
                  kubernetes: {role: app, serviceAccount: sa, audiences: [vault]}
                ---
                apiVersion: secrets.hashicorp.com/v1beta1
                kind: VaultStaticSecret
                metadata: {name: s, namespace: a}
                spec: {mount: kv, path: app/x, type: kv-v2, refreshAfter: 30s, destination: {name: copy, create: true}}
                ---
                apiVersion: secrets-store.csi.x-k8s.io/v1
                kind: SecretProviderClass
                metadata: {name: spc, namespace: a}
                spec:
                  provider: vault
                  parameters:
                    roleName: Csi
                    vaultSkipTLSVerify: "true"
                    objects: |
                      - objectName: x
                        secretPath: "secret/data/x"
                        secretKey: k
                      - objectName: y
                        secretPath: pki/issue/y
                        method: PUT
                  secretObjects: [{secretName: synced, type: Opaque, data: [{objectName: x, key: k}]}]
                """;

        assertThat(read(Use.class, "o.yaml", yaml))
                .extracting(u ->
                        u.via()
                                + " "
                                + u.operation()
                                + " "
                                + u.path()
                                + " "
                                + u.role()
                                + " "
                                + u.at().line())
                .containsExactly(
                        "vso read kv/data/app/x app 13",
                        "csi read secret/data/x csi 25",
                        "csi update pki/issue/y csi 28");
        List<SecretStore> stores = read(SecretStore.class, "o.yaml", yaml);
        assertThat(stores.get(0).open()).isTrue();
        assertThat(stores.get(1).copies()).isTrue();
        assertThat(stores.get(1).tlsSkip()).isEqualTo(Optional.of(true));
        assertThat(read(SecretObject.class, "o.yaml", yaml))
                .extracting(SecretObject::source)
                .containsExactly("vso", "csi");
    }

    @Test
    void readsTheLoaderOfChartValues() {
        String values =
                """
                global:
                  externalSecretsLoader:
                    enabled: true
                    provider: vault
                    vault:
                      address: "http://vault:8200"
                      engine: secret
                      basePath: harness
                      auth:
                        token: "hvs.your-token-here"
                    databases:
                      redis: {useDatabaseSecretsEngine: "true", databaseRole: r}
                """;

        Connection loader = read(Connection.class, "override.yaml", values).getFirst();
        assertThat(loader.key()).isEqualTo("global.externalSecretsLoader");
        assertThat(loader.method()).as("the chart's default").isEqualTo("token");
        assertThat(loader.token()).isEqualTo(ValueClass.PLACEHOLDER);
        assertThat(loader.lines()).containsEntry("vault.auth.token", 10);
        assertThat(read(Use.class, "override.yaml", values))
                .extracting(Use::path)
                .containsExactly("database/creds/r");
    }

    @Test
    void tellsRawChartValuesFromReferences() {
        String values =
                """
                pachd:
                  rootToken: Zx81Spectrum48K
                  rootTokenSecretName: pach-root
                  passwordKey: db-password
                  adminPassword: changeme
                  tokenTTL: 30
                  clientSecret: "{{ .Values.x }}"
                  automountServiceAccountToken: true
                """;

        assertThat(read(ChartValue.class, "deploy/values-prod.yaml", values))
                .extracting(v -> v.key() + " " + v.value() + " " + v.target() + " " + v.use())
                .containsExactly(
                        "pachd.rootToken LITERAL  override",
                        "pachd.rootTokenSecretName REFERENCE pach-root override",
                        "pachd.passwordKey REFERENCE  override",
                        "pachd.adminPassword WEAK  override",
                        "pachd.clientSecret REFERENCE  override");
    }

    @Test
    void readsHarnessConnectorsAndSecretsAndKeepsNoToken() {
        String connector =
                """
                connector:
                  identifier: vault_prod
                  type: Vault
                  orgIdentifier: o
                  spec:
                    vaultUrl: http://vault:8200
                    authToken: account.vault_token
                    secretId: %s
                    renewalIntervalMinutes: 0
                    delegateSelectors: []
                """
                        .formatted(new UUID(0x0f1e2d3c4b5a6978L, 0x8796a5b4c3d2e1f0L));

        HarnessConnector read =
                read(HarnessConnector.class, ".harness/c.yaml", connector).getFirst();
        assertThat(read.scope()).isEqualTo("org");
        assertThat(read.secretRefs())
                .containsOnly(java.util.Map.entry("authToken", "account.vault_token"));
        assertThat(read.secretValues())
                .containsEntry("secretId", ValueClass.LITERAL)
                .containsEntry("authToken", ValueClass.REFERENCE);
        assertThat(read.settings()).containsEntry("renewalIntervalMinutes", "0");
        assertThat(read.toString()).doesNotContain("0f1e2d3c");
        HarnessSecret secret =
                read(
                                HarnessSecret.class,
                                ".harness/s.yaml",
                                "secret:\n  identifier: s\n  type: SecretText\n  spec: {valueType: Inline, value: Zx81Spectrum48K}\n")
                        .getFirst();
        assertThat(secret.value()).isEqualTo(ValueClass.LITERAL);
    }
}
