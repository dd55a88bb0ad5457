package io.hushgate.estate.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.DeliveryFact.Use;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
    private static List<String> uses(String file, String text) {
        return new EstateReader()
                .read(file, text.getBytes(StandardCharsets.UTF_8)).facts().stream()
                        .filter(Use.class::isInstance)
                        .map(Use.class::cast)
                        .map(use -> "%s %s %s".formatted(use.via(), use.operation(), use.path()))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app.ctmpl | {{ with secret \"secret/data/app\" }}{{ .Data.data.key }}{{ end }} | template read secret/data/app",
                "app.ctmpl | {{ range secrets \"secret/metadata/app\" }}{{ . }}{{ end }} | template list secret/metadata/app",
                "agent.hcl | template { contents = \"{{ with secret \\\"kv/app\\\" }}{{ end }}\" } policy | ''",
                "values.yaml | secret: ref+vault://secret/app#/key | vals read secret/data/app",
                "values.yaml | secret: ref+vault://secret/data/app?address=https://v#/key | vals read secret/data/app",
                "app.yaml | kind: Secret\\nstringData: {a: <path:secret/data/app#key#2>} | avp read secret/data/app",
                "app.env | PASSWORD=vault:secret/data/app#KEY | bank-vaults read secret/data/app",
                "app.env | PASSWORD=>>vault:pki/issue/app#KEY | ''",
                "app.properties | spring.config.import=vault://secret/app | spring read secret/data/app",
                "app.properties | spring.config.import=optional:vault://secret/app | spring read secret/data/app",
                "Jenkinsfile | withVault([vaultSecrets: [[path: 'secret/app', secretValues: []]]]) { sh \"vault \" } | jenkins read secret/data/app",
                "play.yaml | secret: \"{{ lookup('hashi_vault', 'secret=secret/data/app:key token=x') }}\" | ansible read secret/data/app",
            })
    void findsPathsByTheFormsOfTheirTools(String file, String text, String use) {
        List<String> found = uses(file, text.replace("\\n", "\n"));

        if (!use.isEmpty()) {
            assertThat(found).contains(use);
        }
    }

    @Test
    void whatAPodMentionsIsSaidOnce() {
        String pod =
                """
                kind: Pod
                apiVersion: v1
                metadata:
                  name: a
                  annotations:
                    vault.hashicorp.com/role: app
                    vault.hashicorp.com/agent-inject-template-a: '{{ with secret "secret/data/app" }}{{ end }}'
                spec: {containers: [{name: a, image: b, env: [{name: P, value: "vault:secret/data/db#P"}]}]}
                """;

        assertThat(uses("pod.yaml", pod))
                .containsExactlyInAnyOrder(
                        "injector-template read secret/data/app",
                        "bank-vaults read secret/data/db");
    }

    @Test
    void ordinaryTextMentionsNothing() {
        assertThat(uses("a.properties", "vault.address=https://vault.example\nvault:\n")).isEmpty();
        assertThat(uses("a.conf", "include \"vault\" {{ secret }}\n")).isEmpty();
        assertThat(uses("a.yaml", "secret: https://vault://\n")).isEmpty();
    }

    @Test
    void readsTheVaultActionOfGithub() {
        String workflow =
                """
                on: push
                jobs:
                  deploy:
                    runs-on: ubuntu-latest
                    steps:
                    - uses: hashicorp/vault-action@v3
                      with:
                        method: jwt
                        role: Deployer
                        secrets: |
                          secret/data/ci npmToken | NPM_TOKEN ;
                          aws/creds/deploy access_key | AWS_KEY
                """;

        Use first =
                (Use)
                        new EstateReader()
                                        .read(
                                                ".github/workflows/a.yaml",
                                                workflow.getBytes(StandardCharsets.UTF_8))
                                        .facts()
                                        .stream()
                                        .filter(Use.class::isInstance)
                                        .findFirst()
                                        .orElseThrow();
        assertThat(uses(".github/workflows/a.yaml", workflow))
                .containsExactly("github read secret/data/ci", "github read aws/creds/deploy");
        assertThat(first.role()).isEqualTo("deployer");
        assertThat(first.authMount()).isEqualTo("jwt");
        assertThat(first.at().line()).isEqualTo(11);
    }

    @Test
    void readsTheSecretsOfGitlab() {
        String pipeline =
                """
                deploy:
                  variables: {VAULT_AUTH_ROLE: deploy}
                  secrets:
                    A: {vault: production/db/password@ops}
                    B:
                      vault:
                        engine: {name: kv-v1, path: kv}
                        path: production/api
                        field: key
                  script: [make]
                """;

        assertThat(uses(".gitlab-ci.yml", pipeline))
                .containsExactlyInAnyOrder(
                        "gitlab read ops/data/production/db", "gitlab read kv/production/api");
    }
}
