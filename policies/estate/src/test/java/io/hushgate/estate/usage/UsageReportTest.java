package io.hushgate.estate.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hushgate.estate.Estate;
import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.access.Estates;
import io.hushgate.estate.acl.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageReportTest {
    private static final String SETUP =
            """
            vault secrets enable -path=secret kv-v2
            vault policy write shop shop.hcl
            vault write auth/kubernetes/role/shop bound_service_account_names=web \\
              bound_service_account_namespaces=shop policies=shop
            """;

    private static String pod(String... secrets) {
        StringBuilder annotations = new StringBuilder();
        for (int i = 0; i < secrets.length; i++) {
            annotations.append(
                    "    vault.hashicorp.com/agent-inject-secret-%d: %s\n"
                            .formatted(i, secrets[i]));
        }
        return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: shop
          annotations:
            vault.hashicorp.com/role: shop
        %sspec: {serviceAccountName: web, containers: [{name: a, image: b}]}
        """
                .formatted(annotations);
    }

    private static UsageReport report(List<AuditLog> logs, String... files) {
        Estate estate = Estates.of(files);
        return UsageReport.of(AccessGraph.of(estate.facts(), Dialect.VAULT), estate.facts(), logs);
    }

    private static GrantReview review(String policy, String... secrets) {
        return report(List.of(), "setup.sh", SETUP, "shop.hcl", policy, "pod.yaml", pod(secrets))
                .reviews()
                .getFirst();
    }

    @Test
    void aNeedThatNothingGrantsIsMissing() {
        GrantReview review =
                review("path \"secret/data/a\" { capabilities = [\"read\"] }", "secret/data/b");

        assertThat(review.missing())
                .extracting(one -> one.need().path() + ": " + one.reason())
                .containsExactly("secret/data/b: no rule; nearest is secret/data/a");
        assertThat(review.unused()).hasSize(1);
    }

    @Test
    void tellsWhyANeedIsRefused() {
        assertThat(
                        review(
                                        "path \"secret/data/*\" { capabilities = [\"read\"] }\npath \"secret/data/b\" { capabilities = [\"deny\"] }",
                                        "secret/data/b")
                                .missing())
                .extracting(GrantReview.Missing::reason)
                .containsExactly("secret/data/b denies it");
        assertThat(
                        review(
                                        "path \"secret/data/b\" { capabilities = [\"list\"] }",
                                        "secret/data/b")
                                .missing())
                .extracting(GrantReview.Missing::reason)
                .containsExactly("secret/data/b decides it and lacks read");
        assertThat(
                        review("path \"secret/b\" { capabilities = [\"read\"] }", "secret/data/b")
                                .missing())
                .extracting(GrantReview.Missing::reason)
                .containsExactly(
                        "secret/b is granted instead: the policy is for the other version of KV");
    }

    @Test
    void aGrantThatMatchesAndDoesNotDecideIsUnused() {
        GrantReview review =
                review(
                        "path \"secret/data/*\" { capabilities = [\"read\"] }\npath \"secret/data/b\" { capabilities = [\"read\"] }",
                        "secret/data/b");

        assertThat(review.unused())
                .extracting(one -> one.grant().pattern().toString())
                .containsExactly("secret/data/*");
    }

    @Test
    void capabilitiesThatAreNotUsedAreNamed() {
        GrantReview review =
                review(
                        "path \"secret/data/b\" { capabilities = [\"read\", \"delete\", \"sudo\"] }",
                        "secret/data/b");

        assertThat(review.unused())
                .extracting(one -> one.capabilities() + " " + one.whole())
                .containsExactly("[DELETE] false");
    }

    @Test
    void anAuditLogIsEvidenceOfUse() throws IOException {
        AuditLog log =
                AuditLogTest.read(
                        AuditLogTest.entry(
                                "request", "read", "secret/data/b", AuditLogTest.WEB, "t"));
        UsageReport report =
                report(
                        List.of(log),
                        "setup.sh",
                        SETUP,
                        "shop.hcl",
                        "path \"secret/data/*\" { capabilities = [\"read\"] }");

        GrantReview review = report.reviews().getFirst();

        assertThat(review.isAudited()).isTrue();
        assertThat(review.unused()).isEmpty();
        assertThat(review.excess()).hasSize(1);
        assertThat(report.unassigned()).noneMatch(need -> need.via().equals("audit"));
    }

    @Test
    void namesRolesAndAccountsThatAreNotThere() {
        UsageReport report =
                report(
                        List.of(),
                        "setup.sh",
                        SETUP,
                        "sa.yaml",
                        "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: other, namespace: shop}\n",
                        "pod.yaml",
                        pod("secret/data/b").replace("role: shop", "role: gone"));

        assertThat(report.undefinedRoles()).hasSize(1);
        assertThat(report.undefinedRoles().getFirst())
                .startsWith("role kubernetes/gone, which Pod/web logs in by");
        assertThat(report.missingAccounts().getFirst()).contains("binds service account web");
    }

    @Test
    void callsNothingMissingThatIsEverywhereOrNotEvaluated() {
        String setup =
                """
                vault write auth/kubernetes/role/a bound_service_account_names=default \\
                  bound_service_account_namespaces=shop policies='${POLICY},root'
                """;

        UsageReport report =
                report(
                        List.of(),
                        "setup.sh",
                        setup,
                        "sa.yaml",
                        "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: other, namespace: shop}\n");

        assertThat(report.missingAccounts()).isEmpty();
        assertThat(report.reviews().getFirst().grants().undefined()).isEmpty();
    }

    @Test
    void theLeastPolicyIsSortedSaysWhyAndHolds() {
        GrantReview review =
                review(
                        "path \"secret/data/*\" { capabilities = [\"read\"] }",
                        "secret/data/b",
                        "secret/data/a");

        MinimalPolicy policy =
                MinimalPolicy.of(
                        review,
                        List.of("secret/data/a", "secret/data/b", "secret/data/c"),
                        Dialect.VAULT);

        assertThat(policy.text())
                .isEqualTo(
                        """
                        # The least that is known to be needed by Vault role kubernetes/shop

                        # used by Pod/web via injector pod.yaml:9
                        path "secret/data/a" {
                          capabilities = ["read"]
                        }

                        # used by Pod/web via injector pod.yaml:8
                        path "secret/data/b" {
                          capabilities = ["read"]
                        }
                        """);
        assertThat(policy.refused()).isEqualTo(1);
        assertThat(policy.opened()).isEmpty();
        assertThat(policy.changes())
                .containsExactly(
                        "- secret/data/* [read]",
                        "+ secret/data/a [read]",
                        "+ secret/data/b [read]");
    }

    @Test
    void manyPathsOfADeepFolderBecomeOneAndWhatThatOpensIsTold() {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            paths.add("secret/data/shop/k" + i);
        }
        GrantReview review =
                review("path \"x\" { capabilities = [\"read\"] }", paths.toArray(new String[0]));
        paths.add("secret/data/shop/other");

        MinimalPolicy policy = MinimalPolicy.of(review, paths, Dialect.OPENBAO);

        assertThat(policy.text())
                .contains("# 9 paths of this folder are used\n")
                .contains("path \"secret/data/shop/*\" {");
        assertThat(policy.opened()).containsExactly("secret/data/shop/other");
    }

    @Test
    void manyPathsOfAMountStayApart() {
        String[] paths = new String[20];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = "secret/data/k" + i;
        }

        MinimalPolicy policy =
                MinimalPolicy.of(
                        review("path \"x\" { capabilities = [\"read\"] }", paths),
                        List.of(),
                        Dialect.VAULT);

        assertThat(policy.text()).doesNotContain("*").contains("\"secret/data/k19\"");
    }

    @Test
    void aPathOfWhichAPartIsNotKnownIsNotWritten() {
        GrantReview review =
                review(
                        "path \"x\" { capabilities = [\"read\"] }",
                        "secret/data/${ENVIRONMENT}/db",
                        "secret/data/+/db");

        MinimalPolicy policy = MinimalPolicy.of(review, List.of(), Dialect.VAULT);

        assertThat(policy.open()).hasSize(2);
        assertThat(policy.text()).doesNotContain("path \"");
    }

    @Test
    void aNameCannotEndItsCommentOrItsString() {
        GrantReview review =
                review("path \"x\" { capabilities = [\"read\"] }", "'secret/data/a\"} path \"*'");

        MinimalPolicy policy = MinimalPolicy.of(review, List.of("secret/data/z"), Dialect.VAULT);

        assertThat(policy.refused()).isEqualTo(1);
    }

    @Test
    void theDocumentKeepsItsSchema() throws IOException {
        UsageReport report =
                report(
                        List.of(),
                        "setup.sh",
                        SETUP + "vault token create -policy=shop\nvault kv put secret/a b=c\n",
                        "shop.hcl",
                        "path \"secret/data/*\" { capabilities = [\"read\"] }",
                        "pod.yaml",
                        pod("secret/data/b", "kv/c"));
        String schema;
        try (InputStream in = UsageDocument.class.getResourceAsStream("usage.schema.json")) {
            schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(schema, InputFormat.JSON)
                                .validate(UsageDocument.json(report), InputFormat.JSON))
                .isEmpty();
    }
}
