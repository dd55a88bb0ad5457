package io.hushgate.estate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.BuildFact.RepositoryFile;
import io.hushgate.estate.fact.BuildFact.WeakConnection;
import io.hushgate.estate.fact.DeliveryFact.HarnessConnector;
import io.hushgate.estate.fact.DeliveryFact.HarnessSecret;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.PlatformFact.CloudResource;
import io.hushgate.estate.fact.PlatformFact.EncryptedFile;
import io.hushgate.estate.fact.PlatformFact.EtcdEncryption;
import io.hushgate.estate.fact.PlatformFact.HarnessSetting;
import io.hushgate.estate.fact.PlatformFact.PachydermPipeline;
import io.hushgate.estate.fact.PlatformFact.PachydermSecret;
import io.hushgate.estate.fact.PlatformFact.ServerBlock;
import io.hushgate.estate.fact.ValueClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformReadersTest {
    private static <T> List<T> read(Class<T> type, String file, String text) {
        List<Fact> facts =
                new EstateReader().read(file, text.getBytes(StandardCharsets.UTF_8)).facts();
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void readsBlocksOfAServerAndOfAnAgent() {
        String text =
                """
                listener "tcp" {
                  tls_disable = 1
                }
                seal "awskms" {
                  secret_key = "Tr0ub4dor3"
                }
                cache {
                  use_auto_auth_token = "force"
                  persist "kubernetes" {
                    keep_after_import = true
                  }
                }
                """;

        assertThat(read(ServerBlock.class, "vault.hcl", text))
                .extracting(ServerBlock::kind, ServerBlock::label)
                .containsExactly(
                        tuple("listener", "tcp"), tuple("seal", "awskms"), tuple("cache", ""));
        assertThat(read(ServerBlock.class, "vault.hcl", text).get(1).secrets())
                .containsEntry("secret_key", ValueClass.LITERAL);
        assertThat(read(ServerBlock.class, "vault.hcl", text).getLast().settings())
                .containsEntry("use_auto_auth_token", "force")
                .containsEntry("persist.keep_after_import", "true");
    }

    @Test
    void readsCloudResourcesAndHarnessResourcesOfTerraform() {
        String text =
                """
                resource "aws_iam_role" "ci" {
                  assume_role_policy = jsonencode({ Statement = [{ Principal = { AWS = "*" }, Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:org/*:*" } } }] })
                }
                resource "harness_platform_secret_text" "t" {
                  identifier = "t"
                  value_type = "Inline"
                  value      = "Tr0ub4dor3"
                }
                resource "harness_platform_connector_vault" "v" {
                  identifier = "v"
                  vault_url  = "https://vault.example:8200"
                  auth_token = "account.${harness_platform_secret_text.t.identifier}"
                }
                """;

        assertThat(read(CloudResource.class, "main.tf", text).getFirst().statements())
                .contains("principal=*", "repo:org/*:*");
        assertThat(read(HarnessSecret.class, "main.tf", text))
                .extracting(HarnessSecret::identifier, HarnessSecret::value)
                .containsExactly(tuple("t", ValueClass.LITERAL));
        assertThat(read(HarnessConnector.class, "main.tf", text))
                .extracting(HarnessConnector::type, one -> one.secretRefs().get("authToken"))
                .containsExactly(tuple("Vault", "account.t"));
    }

    @Test
    void readsPipelinesOfPachydermInBothSpellings() {
        String text =
                """
                {"pipeline": {"name": "p"}, "transform": {"cmd": ["sh"], "secrets": [
                  {"name": "a", "env_var": "A", "key": "k"}, {"name": "b", "mountPath": "/b"}]}}
                """;

        assertThat(read(PachydermPipeline.class, "p.json", text).getFirst().secrets())
                .extracting(PachydermSecret::name, PachydermSecret::variable, PachydermSecret::path)
                .containsExactly(tuple("a", "A", ""), tuple("b", "", "/b"));
    }

    @Test
    void readsWhatSopsLeftInTheClear() {
        String text =
                "password: ENC[AES256_GCM,data:x]\napi_token: Tr0ub4dor3\nsops: {lastmodified: x}\n";

        assertThat(read(EncryptedFile.class, "secrets.yaml", text))
                .extracting(EncryptedFile::clearKeys, one -> one.authenticated().orElse(true))
                .containsExactly(tuple(List.of("api_token"), false));
    }

    @Test
    void readsSettingsOfHarnessAndEncryptionAtRest() {
        assertThat(
                        read(
                                HarnessSetting.class,
                                "settings.json",
                                "{\"data\": [{\"setting\": {\"identifier\": \"i\", \"name\": \"N\", \"value\": \"false\"}}]}"))
                .extracting(HarnessSetting::name, HarnessSetting::value)
                .containsExactly(tuple("N", "false"));
        assertThat(
                        read(
                                EtcdEncryption.class,
                                "enc.yaml",
                                "kind: EncryptionConfiguration\napiVersion: apiserver.config.k8s.io/v1\nresources:\n- resources: [secrets]\n  providers: [{identity: {}}, {aescbc: {}}]\n"))
                .extracting(EtcdEncryption::providers)
                .containsExactly(List.of("identity", "aescbc"));
    }

    @Test
    void findsSwitchesThatTurnChecksOff() {
        String text =
                "config:\n  url: postgres://u:p@db/x?sslmode=disable\n  ok: postgres://db/x?sslmode=verify-full\nenv:\n  VAULT_SKIP_VERIFY: \"true\"\nsecret: x\n";

        assertThat(read(WeakConnection.class, "app.yaml", text))
                .extracting(WeakConnection::setting, WeakConnection::credentials)
                .containsExactly(
                        tuple("sslmode=disable", true), tuple("vault_skip_verify=true", false));
    }

    @Test
    void tellsFilesByTheirNames() {
        assertThat(read(RepositoryFile.class, "infra/terraform.tfstate", "{}"))
                .extracting(RepositoryFile::kind)
                .containsExactly("terraform-state");
        assertThat(read(RepositoryFile.class, "app/.env", "A=1\n"))
                .extracting(RepositoryFile::kind)
                .containsExactly("environment");
        assertThat(read(RepositoryFile.class, "app/.env.example", "A=1\n")).isEmpty();
        assertThat(read(RepositoryFile.class, ".github/CODEOWNERS", "# c\n*.hcl @sec\n"))
                .extracting(RepositoryFile::lines)
                .containsExactly(List.of("*.hcl @sec"));
        assertThat(
                        read(
                                RepositoryFile.class,
                                "all.json",
                                "{\"ng-manager\": {\"env-secrets\": {\"A\": \"b\"}}}"))
                .extracting(RepositoryFile::kind)
                .containsExactly("loader-backup");
    }
}
