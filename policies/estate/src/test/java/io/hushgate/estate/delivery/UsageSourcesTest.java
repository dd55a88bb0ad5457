package io.hushgate.estate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.Estate;
import io.hushgate.estate.access.Estates;
import io.hushgate.estate.fact.DeliveryFact.Use;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that says which paths of Vault somebody uses, by what it is written in. */
class UsageSourcesTest {
    /** Operation and path of each use, by role and account where they are known. */
    private static List<String> uses(String... files) {
        Estate estate = Estates.of(files);
        return estate.facts().stream()
                .filter(Use.class::isInstance)
                .map(Use.class::cast)
                .map(use ->
                        "%s %s%s"
                                .formatted(
                                        use.operation(),
                                        use.path(),
                                        use.role().isEmpty() ? "" : " as " + use.role()))
                .toList();
    }

    @Test
    void agentConfigurationAndNomadJobs() {
        assertThat(
                        uses(
                                "agent.hcl",
                                """
                                auto_auth { method "kubernetes" { config = { role = "shop" } } }
                                template {
                                  contents = "{{ with secret \\"secret/data/shop/db\\" }}{{ .Data.data.password }}{{ end }}"
                                }
                                env_template "MAIL" {
                                  contents = "{{ with secret \\"secret/data/shop/mail\\" }}{{ .Data.data.key }}{{ end }}"
                                }
                                """))
                .containsExactly("read secret/data/shop/db", "read secret/data/shop/mail");
        assertThat(
                        uses(
                                "web.nomad",
                                """
                                job "web" {
                                  group "g" {
                                    task "t" {
                                      vault { policies = ["shop"] }
                                      template {
                                        data = <<EOH
                                {{ with secret "secret/data/shop/db" }}{{ .Data.data.x }}{{ end }}
                                EOH
                                      }
                                    }
                                  }
                                }
                                """))
                .containsExactly("read secret/data/shop/db");
        assertThat(
                        uses(
                                "config.ctmpl",
                                "{{ with secret \"pki/issue/web\" \"common_name=web\" }}{{ .Data.certificate }}{{ end }}\n"))
                .containsExactly("update pki/issue/web");
    }

    @Test
    void patchesOfPodsAndWhatAnOperatorReadsAndWrites() {
        assertThat(
                        uses(
                                "patch.yaml",
                                """
                                spec:
                                  template:
                                    metadata:
                                      annotations:
                                        vault.hashicorp.com/agent-inject: "true"
                                        vault.hashicorp.com/role: "shop"
                                        vault.hashicorp.com/agent-inject-secret-db: "internal/data/db"
                                """))
                .containsExactly("read internal/data/db as shop");
        assertThat(
                        uses(
                                "secret.yaml",
                                """
                                apiVersion: redhatcop.redhat.io/v1alpha1
                                kind: VaultSecret
                                metadata: {name: s, namespace: shop}
                                spec:
                                  vaultSecretDefinitions:
                                  - {name: a, path: kv/data/a, authentication: {path: kubernetes, role: reader}}
                                ---
                                apiVersion: redhatcop.redhat.io/v1alpha1
                                kind: RandomSecret
                                metadata: {name: a, namespace: shop}
                                spec: {path: kv/data, authentication: {path: kubernetes, role: writer}}
                                """))
                .containsExactlyInAnyOrder(
                        "read kv/data/a as reader", "update kv/data/a as writer");
    }

    @Test
    void valuesOfTheWebhookInSecretsAndConfigMaps() {
        assertThat(
                        uses(
                                "secret.yaml",
                                """
                                apiVersion: v1
                                kind: Secret
                                metadata:
                                  name: s
                                  annotations: {vault.security.banzaicloud.io/vault-role: shop}
                                data:
                                  password: %s
                                stringData:
                                  user: vault:secret/data/shop/user#name
                                """
                                        .formatted(
                                                java.util.Base64.getEncoder()
                                                        .encodeToString(
                                                                "vault:secret/data/shop/db#pass"
                                                                        .getBytes(
                                                                                java.nio.charset
                                                                                        .StandardCharsets
                                                                                        .UTF_8)))))
                .contains("read secret/data/shop/db as shop", "read secret/data/shop/user as shop");
    }

    @Test
    void externalSecretsOfEachForm() {
        String store =
                """
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: v, namespace: a}
                spec:
                  provider:
                    vault:
                      path: kv
                      version: v2
                      auth: {kubernetes: {role: shop, mountPath: kubernetes}}
                ---
                """;
        assertThat(
                        uses(
                                "x.yaml",
                                store
                                        + """
                                        apiVersion: external-secrets.io/v1
                                        kind: ExternalSecret
                                        metadata: {name: e, namespace: a}
                                        spec:
                                          secretStoreRef: {name: v, kind: SecretStore}
                                          data:
                                          - remoteRef: {key: shop/db, property: p}
                                          dataFrom:
                                          - find: {path: shop}
                                          - extract: {key: kv/shop/mail}
                                        ---
                                        apiVersion: external-secrets.io/v1alpha1
                                        kind: PushSecret
                                        metadata: {name: p, namespace: a}
                                        spec:
                                          secretStoreRefs: [{name: v, kind: SecretStore}]
                                          data:
                                          - match: {secretKey: x, remoteRef: {remoteKey: shop/push}}
                                        ---
                                        apiVersion: generators.external-secrets.io/v1alpha1
                                        kind: VaultDynamicSecret
                                        metadata: {name: g, namespace: a}
                                        spec:
                                          path: /pki/issue/web
                                          method: POST
                                          provider:
                                            auth: {kubernetes: {role: gen, mountPath: kubernetes}}
                                        """))
                .contains(
                        "read kv/data/shop/db as shop",
                        "list kv/metadata/shop/* as shop",
                        "read kv/data/shop/mail as shop",
                        "update kv/data/shop/push as shop",
                        "update pki/issue/web as gen");
    }

    @Test
    void secretsOfTheVaultOperatorAndOfTheCsiDriver() {
        assertThat(
                        uses(
                                "vso.yaml",
                                """
                                apiVersion: secrets.hashicorp.com/v1beta1
                                kind: VaultAuth
                                metadata: {name: au, namespace: a}
                                spec: {method: kubernetes, mount: k8s, kubernetes: {role: shop, serviceAccount: web}}
                                ---
                                apiVersion: secrets.hashicorp.com/v1beta1
                                kind: VaultStaticSecret
                                metadata: {name: s, namespace: a}
                                spec: {vaultAuthRef: au, mount: kv, path: shop/db, type: kv-v2}
                                ---
                                apiVersion: secrets.hashicorp.com/v1beta1
                                kind: VaultDynamicSecret
                                metadata: {name: d, namespace: a}
                                spec: {vaultAuthRef: au, mount: database, path: creds/shop}
                                ---
                                apiVersion: secrets.hashicorp.com/v1beta1
                                kind: VaultPKISecret
                                metadata: {name: p, namespace: a}
                                spec: {vaultAuthRef: au, mount: pki, role: web, revoke: true}
                                """))
                .contains(
                        "read kv/data/shop/db as shop",
                        "read database/creds/shop as shop",
                        "update pki/issue/web as shop",
                        "update pki/revoke as shop");
        assertThat(
                        uses(
                                "csi.yaml",
                                """
                                apiVersion: secrets-store.csi.x-k8s.io/v1
                                kind: SecretProviderClass
                                metadata: {name: c, namespace: a}
                                spec:
                                  provider: vault
                                  parameters:
                                    roleName: shop
                                    objects: |
                                      - objectName: x
                                        secretPath: secret/data/shop/db
                                      - objectName: y
                                        secretPath: pki/issue/web
                                        method: PUT
                                """))
                .contains("read secret/data/shop/db as shop", "update pki/issue/web as shop");
    }

    @Test
    void placeholdersOfArgoAndVals() {
        assertThat(
                        uses(
                                "a.yaml",
                                "apiVersion: v1\nkind: Secret\nmetadata: {name: x}\nstringData:\n  p: <path:kv/data/shop/db#pass#2>\n"))
                .contains("read kv/data/shop/db");
        assertThat(
                        uses(
                                "b.yaml",
                                """
                                apiVersion: v1
                                kind: Secret
                                metadata:
                                  name: x
                                  annotations:
                                    avp.kubernetes.io/path: kv/data/shop/avp
                                stringData:
                                  p: <password>
                                """))
                .contains("read kv/data/shop/avp");
        assertThat(
                        uses(
                                "values.yaml",
                                "secretPassword: ref+vault://kv/shop/db?proto=https#/pass\n"))
                .contains("read kv/data/shop/db");
    }

    @Test
    void theHarnessConnectorAndSpringCloudVault() {
        assertThat(
                        uses(
                                "c.yaml",
                                """
                                connector:
                                  name: v
                                  identifier: v
                                  type: Vault
                                  spec:
                                    vaultUrl: https://vault
                                    basePath: harness
                                    secretEngineName: kv
                                    secretEngineVersion: 2
                                    isReadOnly: false
                                    appRoleId: x
                                """))
                .contains(
                        "create kv/data/harness/*",
                        "update kv/data/harness/*",
                        "read kv/data/harness/*",
                        "update auth/token/renew-self");
        assertThat(
                        uses(
                                "application.yml",
                                """
                                spring:
                                  application.name: shop
                                  config.import: vault://
                                  cloud:
                                    vault:
                                      authentication: KUBERNETES
                                      kubernetes: {role: shop, kubernetes-path: k8s}
                                      kv: {backend: kv, default-context: common}
                                      database: {enabled: true, role: shop-db}
                                """))
                .contains(
                        "read kv/data/shop as shop",
                        "read kv/data/common as shop",
                        "read database/creds/shop-db as shop");
    }

    @Test
    void commandsPipelinesAndCertManager() {
        assertThat(
                        uses(
                                "x.sh",
                                """
                                #!/bin/sh
                                vault kv get -mount=kv shop/db
                                vault kv put kv/shop/db a=b
                                vault kv metadata get kv/shop/meta
                                vault kv list kv/shop
                                curl -H "X-Vault-Token: $T" "$VAULT_ADDR/v1/kv/data/shop/curl"
                                """))
                .contains(
                        "read kv/data/shop/db",
                        "read kv/metadata/shop/meta",
                        "list kv/metadata/shop",
                        "read kv/data/shop/curl");
        assertThat(
                        uses(
                                "Jenkinsfile",
                                "withVault([vaultSecrets: [[path: 'kv/shop/jenkins', engineVersion: 2]]]) { sh 'x' }\n"))
                .contains("read kv/data/shop/jenkins");
        assertThat(
                        uses(
                                "issuer.yaml",
                                """
                                apiVersion: cert-manager.io/v1
                                kind: Issuer
                                metadata: {name: i, namespace: a}
                                spec:
                                  vault:
                                    path: pki_int/sign/web
                                    server: https://vault
                                    auth: {kubernetes: {role: issuer, mountPath: /v1/auth/kubernetes, serviceAccountRef: {name: issuer}}}
                                """))
                .contains("update pki_int/sign/web as issuer");
    }
}
