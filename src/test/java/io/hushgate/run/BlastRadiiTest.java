package io.hushgate.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Blast;
import io.hushgate.core.Finding;
import io.hushgate.core.Limits;
import io.hushgate.core.Severity;
import io.hushgate.core.grade.Holder;
import io.hushgate.report.Report;
import io.hushgate.rules.sample.Template;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import io.hushgate.source.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a leaked credential opens, by the configuration beside it. */
class BlastRadiiTest {
    private static final String ROLE =
            """
            vault policy write web - <<EOF
            path "secret/data/%s/*" { capabilities = ["read"] }
            EOF
            vault write auth/kubernetes/role/web bound_service_account_names=web \\
              bound_service_account_namespaces=shop policies=web ttl=1h
            """;

    private static final String ACCOUNT =
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: web, namespace: shop}
            """;

    @TempDir private Path directory;

    @Test
    void theTokenOfAnAccountOpensWhatTheAccountMayRead() throws IOException {
        write("vault/setup.sh", ROLE.formatted("shop"));
        write("k8s/account.yaml", ACCOUNT);
        write("notes/debug.txt", "token: " + token("system:serviceaccount:shop:web") + "\n");

        Finding finding = tokenFound();

        Blast blast = finding.blast().orElseThrow();
        assertThat(blast.holder()).isEqualTo("service account shop/web");
        assertThat(blast.summary()).isEqualTo("1 path of Vault");
        assertThat(blast.reached())
                .singleElement()
                .satisfies(reached -> {
                    assertThat(reached.target()).isEqualTo("read on path secret/data/shop/*");
                    assertThat(reached.way())
                            .startsWith("logs in to Vault role kubernetes/web, has policy web");
                    assertThat(reached.evidence().getFirst()).hasToString("vault/setup.sh:4:1");
                });
        assertThat(blast.revocation())
                .hasSize(5)
                .first()
                .asString()
                .startsWith("Delete the Secret or pod");
        assertThat(finding.severity().atLeast(Severity.HIGH)).isTrue();
    }

    @Test
    void productionRaisesAndNothingLowers() throws IOException {
        write("vault/setup.sh", ROLE.formatted("prod"));
        write("k8s/account.yaml", ACCOUNT);
        write("notes/debug.txt", "token: " + token("system:serviceaccount:shop:web") + "\n");

        Finding finding = tokenFound();

        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.blast().orElseThrow().raisedFrom().atLeast(Severity.CRITICAL)).isFalse();
    }

    @Test
    void aVaultTokenOpensWhatTheScriptThatMakesItAttaches() throws IOException {
        write("vault/app.hcl", "path \"sys/policies/acl/*\" { capabilities = [\"update\"] }\n");
        write(
                "vault/setup.sh",
                "vault policy write app app.hcl\nvault token create -policy=app\n"
                        + "export VAULT_TOKEN="
                        + Template.parse("hvs.${alnum:95}").render("blast")
                        + "\n");

        Finding finding =
                scan().findings().stream()
                        .filter(one -> one.rule().text().equals("vault-service-token"))
                        .findFirst()
                        .orElseThrow();

        assertThat(finding.blast().orElseThrow().everything()).isTrue();
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aKeyOpensTheFilesThatAreEncryptedToIt() throws IOException {
        String identity = Template.parse("${age}").render("identity");
        write("keys.txt", identity + "\n");
        write(
                "prod/secrets.yaml",
                "token: ENC[AES256_GCM,data:x]\nsops:\n  mac: ENC[x]\n  age:\n    - recipient: %s\n"
                        .formatted(Holder.of(identity.getBytes(UTF_8)).orElseThrow()));

        Finding finding = scan().findings().getFirst();

        Blast blast = finding.blast().orElseThrow();
        assertThat(blast.summary()).isEqualTo("1 encrypted file");
        assertThat(blast.reached())
                .extracting(Blast.Reached::target)
                .containsExactly("content of prod/secrets.yaml");
        assertThat(blast.revocation()).first().asString().startsWith("Make a new key");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aKeyOfACloudOpensTheAccountThatConfigurationNames() throws IOException {
        String id = Template.parse("${aws-key-id:AKIA}").render("account");
        String number = Holder.of(id.getBytes(UTF_8)).orElseThrow().substring(4);
        write("notes/key.txt", "aws_access_key_id = " + id + "\n");
        write(
                "k8s/account.yaml",
                ACCOUNT.replace(
                        "namespace: shop",
                        "namespace: shop, annotations: {"
                                + "eks.amazonaws.com/role-arn: 'arn:aws:iam::"
                                + number
                                + ":role/web'}"));

        Blast blast =
                scan().findings().stream()
                        .filter(one -> one.rule().text().startsWith("aws-"))
                        .findFirst()
                        .flatMap(Finding::blast)
                        .orElseThrow();

        assertThat(blast.summary()).isEqualTo("1 account of a cloud");
        assertThat(blast.holder()).contains(number);
        assertThat(blast.reached().getFirst().evidence().getFirst().address().text())
                .isEqualTo("k8s/account.yaml");
    }

    @Test
    void theIdOfAKeyAloneRaisesNothing() throws IOException {
        String id = Template.parse("${aws-key-id:AKIA}").render("account");
        String number = Holder.of(id.getBytes(UTF_8)).orElseThrow().substring(4);
        write("prod/key.txt", "aws_access_key_id = " + id + "\n");
        write(
                "k8s/account.yaml",
                ACCOUNT.replace(
                        "namespace: shop",
                        "namespace: shop, annotations: {eks.amazonaws.com/role-arn: 'arn:aws:iam::%s:role/web'}"
                                .formatted(number)));

        Finding alone = found("aws-access-key-id");
        assertThat(alone.severity()).isEqualTo(alone.blast().orElseThrow().raisedFrom());

        write(
                "prod/key.txt",
                "aws_access_key_id = %s\naws_secret_access_key = %s\n"
                        .formatted(id, Template.parse("${base64:30}").render("half")));

        assertThat(found("aws-access-key-id").severity().atLeast(Severity.HIGH)).isTrue();
    }

    @Test
    void aPasswordInAnAddressOpensTheDatabase() throws IOException {
        String password = Template.parse("${alnum:20}").render("database");
        write(
                "app/.env",
                "A=1\nDATABASE_URL=postgres://shop:%s@db.prod.internal:5432/shop\n"
                        .formatted(password));
        write("job/.env", "DATABASE_URL=postgres://job:${PASSWORD}@db.prod.internal/shop\n");

        Finding finding =
                scan().findings().stream()
                        .filter(one -> one.blast().isPresent())
                        .findFirst()
                        .orElseThrow();

        Blast blast = finding.blast().orElseThrow();
        assertThat(blast.holder()).isEqualTo("shop at db.prod.internal/shop");
        assertThat(blast.summary()).isEqualTo("1 system");
        assertThat(blast.reached().getFirst().target()).isEqualTo("database db.prod.internal/shop");
        assertThat(blast.reached().getFirst().evidence()).hasSize(2);
        assertThat(blast.revocation()).first().asString().startsWith("Change the password of shop");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aKubeconfigOpensWhatItsUserMayDo() throws IOException {
        write(
                "ops/kubeconfig.yaml",
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: main, cluster: {server: https://k8s.internal:6443}}]
                contexts: [{name: main, context: {cluster: main, user: deployer}}]
                users:
                - name: deployer
                  user:
                    token: %s
                """
                        .formatted(Template.parse("${alnum:64}").render("kubeconfig")));
        write(
                "k8s/rights.yaml",
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: deployers}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: deployer}]
                """);

        Blast blast = found("kubeconfig-token").blast().orElseThrow();

        assertThat(blast.holder()).isEqualTo("deployer at https://k8s.internal:6443");
        assertThat(blast.secrets()).isPositive();
        assertThat(blast.revocation()).first().asString().contains("deployer");
    }

    @Test
    void aLoginOfARegistryNamesWhoPullsFromIt() throws IOException {
        String login =
                Base64.getEncoder()
                        .encodeToString(
                                ("robot:" + Template.parse("${alnum:24}").render("pull"))
                                        .getBytes(UTF_8));
        write(
                ".docker/config.json",
                "{\"auths\": {\n  \"registry.internal\": {\n    \"auth\": \"%s\"\n  }\n}}\n"
                        .formatted(login));
        write(
                "k8s/web.yaml",
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec: {containers: [{name: web, image: "registry.internal/shop/web:1"}]}
                """);

        Blast blast = found("docker-config-auth").blast().orElseThrow();

        assertThat(blast.reached().getFirst().target()).isEqualTo("registry registry.internal");
        assertThat(blast.reached().getFirst().way())
                .isEqualTo("which 1 other place here pull from");
    }

    @Test
    void aKeyFileOfAServiceAccountNamesItsRights() throws IOException {
        write(
                "keys/sa.json",
                """
                {
                  "type": "service_account",
                  "project_id": "shop-live",
                  "private_key_id": "0",
                  "private_key": "%s",
                  "client_email": "ci@shop-live.iam.gserviceaccount.com"
                }
                """
                        .formatted(Template.parse("${pem-escaped:PRIVATE KEY}").render("cloud")));

        Finding finding =
                scan().findings().stream()
                        .filter(one -> one.blast().isPresent())
                        .findFirst()
                        .orElseThrow();

        assertThat(finding.blast().orElseThrow().holder())
                .isEqualTo("ci@shop-live.iam.gserviceaccount.com at shop-live");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void theTokenOfADelegateOpensWhatDelegatesMayDo() throws IOException {
        write(
                "values.yaml",
                "delegateName: main\ndelegateToken: %s\n"
                        .formatted(Template.parse("${base64:24}").render("delegate")));
        write(
                "k8s/delegate.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: delegate, namespace: harness-delegate-ng}
                spec:
                  template:
                    spec:
                      serviceAccountName: delegate
                      containers: [{name: delegate, image: "harness/delegate:25.10.1"}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: delegate}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
                subjects: [{kind: ServiceAccount, name: delegate, namespace: harness-delegate-ng}]
                """);

        Blast blast =
                scan().findings().stream()
                        .flatMap(one -> one.blast().stream())
                        .findFirst()
                        .orElseThrow();

        assertThat(blast.holder()).isEqualTo("a Harness delegate");
        assertThat(blast.secrets()).isPositive();
    }

    @Test
    void aPrivateKeyOpensWhatTrustsItsPublicHalf() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        RSAPublicKey half = (RSAPublicKey) pair.getPublic();
        ByteArrayOutputStream ssh = new ByteArrayOutputStream();
        for (byte[] part :
                List.of(
                        "ssh-rsa".getBytes(UTF_8),
                        half.getPublicExponent().toByteArray(),
                        half.getModulus().toByteArray())) {
            ssh.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
            ssh.writeBytes(part);
        }
        write(
                "keys/deploy",
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(
                                Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(pair.getPrivate().getEncoded())));
        write(
                "hosts/live/authorized_keys",
                "ssh-rsa %s deploy@shop\n"
                        .formatted(Base64.getEncoder().encodeToString(ssh.toByteArray())));

        Finding finding =
                scan().findings().stream()
                        .filter(one -> one.blast().isPresent())
                        .findFirst()
                        .orElseThrow();

        assertThat(finding.blast().orElseThrow().reached())
                .extracting(Blast.Reached::target)
                .containsExactly("login that hosts/live/authorized_keys permits");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    }

    private Finding found(String rule) {
        return scan().findings().stream()
                .filter(one -> one.rule().text().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTokenBesideThePartsOfTheKeyIsRoot() throws IOException {
        write(
                "init.txt",
                "Unseal Key 1: %s\nInitial Root Token: %s\n"
                        .formatted(
                                Template.parse("${base64:33}").render("part"),
                                Template.parse("hvs.${alnum:24}").render("root")));

        assertThat(scan().findings())
                .filteredOn(one -> one.rule().text().equals("vault-service-token"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.blast().orElseThrow().everything()).isTrue();
                    assertThat(one.blast().orElseThrow().holder()).isEqualTo("root");
                    assertThat(one.severity()).isEqualTo(Severity.CRITICAL);
                });
    }

    @Test
    void whoIsNotInTheEstateOpensNothing() throws IOException {
        write("vault/setup.sh", ROLE.formatted("shop"));
        write("notes/debug.txt", "token: " + token("system:serviceaccount:other:job") + "\n");

        assertThat(tokenFound().blast()).isEmpty();
    }

    private Finding tokenFound() {
        return scan().findings().stream()
                .filter(finding -> finding.redacted().startsWith("eyJ"))
                .findFirst()
                .orElseThrow();
    }

    /** A token as a cluster issues it, signed with nothing. */
    private static String token(String subject) {
        return "%s.%s.%s"
                .formatted(
                        base64("{\"alg\":\"RS256\",\"kid\":\"k1\"}"),
                        base64(
                                "{\"iss\":\"kubernetes/serviceaccount\",\"sub\":\"%s\"}"
                                        .formatted(subject)),
                        Template.parse("${alnum:342}").render(subject));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Report scan() {
        return Scan.of(
                        new ScanRequest(
                                List.of("dir:" + directory),
                                new Extent.AsItLies(false),
                                Set.of(Half.LEAKS, Half.POLICIES),
                                Optional.empty(),
                                Optional.empty(),
                                new ScanRequest.Baselines.Ignored(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                false,
                                Workers.ONE,
                                Limits.DEFAULT,
                                ScanRequest.Images.ALL))
                .run(new Progress());
    }
}
