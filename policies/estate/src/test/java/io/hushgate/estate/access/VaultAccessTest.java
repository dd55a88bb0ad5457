package io.hushgate.estate.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.fact.Confidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From service accounts over login roles to paths. */
class VaultAccessTest {
    private static final String POLICY =
            "path \"secret/data/shop/*\" {\n  capabilities = [\"read\"]\n}\n";

    private static String role(String names, String namespaces, String policies) {
        return """
        vault policy write shop shop.hcl
        vault write auth/kubernetes/role/shop \\
          bound_service_account_names='%s' \\
          bound_service_account_namespaces='%s' \\
          policies=%s
        """
                .formatted(names, namespaces, policies);
    }

    private static String account(String namespace, String name) {
        return """
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: %s, namespace: %s}
        """
                .formatted(name, namespace);
    }

    @Test
    void leadsFromTheAccountToThePathWithThePlaceOfEveryStep() {
        AccessGraph graph =
                Estates.graph("shop.hcl", POLICY, "setup.sh", role("web", "shop", "shop"));

        Reach reach = Reaches.of(graph, AccessQuery.EVERYTHING).getFirst();

        assertThat(reach.subject()).hasToString("service account shop/web");
        assertThat(reach.target()).hasToString("path secret/data/shop/*");
        assertThat(reach.capabilities()).containsExactly("read");
        assertThat(reach.isOwn()).isTrue();
        assertThat(reach.steps())
                .extracting(step -> step.evidence().getFirst().place())
                .containsExactly("setup.sh:3", "setup.sh:5", "shop.hcl:1");
    }

    @Test
    void namesAndNamespacesAreGlobs() {
        String accounts =
                account("shop-dev", "web-a") + account("shop-dev", "db") + account("bank", "web-a");

        assertThat(
                        Estates.reaches(
                                "shop.hcl", POLICY,
                                "setup.sh", role("web-*", "shop-*", "shop"),
                                "sa.yaml", accounts))
                .containsExactly(
                        "shop-dev/web-a -> path secret/data/shop/* [read] by [logs-in, has-policy, grants]",
                        "web-* of namespace shop-* -> path secret/data/shop/* [read] by [logs-in, has-policy, grants]");
    }

    @Test
    void whatMayStandForManyIsFoundByHand() {
        assertThat(Glob.matches("*", "")).isTrue();
        assertThat(Glob.matches("a*c", "abbc")).isTrue();
        assertThat(Glob.matches("a*c", "abcb")).isFalse();
        assertThat(Glob.matches("*a*a*", "banana")).isTrue();
        assertThat(Glob.matches("a", "A")).isFalse();
        assertThat(Glob.matches("*a".repeat(200), "a".repeat(5_000) + "b")).isFalse();
    }

    @Test
    void anAccountWhoseNamespaceNobodySaysIsAGuess() {
        AccessGraph graph =
                Estates.graph(
                        "shop.hcl",
                        POLICY,
                        "setup.sh",
                        role("web", "shop", "shop"),
                        "chart/sa.yaml",
                        "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n");

        assertThat(Estates.lines(graph, Estates.query("", "", Confidence.MEDIUM))).isEmpty();
        assertThat(Estates.lines(graph, Estates.query("", "", Confidence.LOW))).hasSize(1);
    }

    @Test
    void aRoleWithoutPoliciesReachesNothing() {
        String role =
                "vault write auth/kubernetes/role/idle bound_service_account_names=a bound_service_account_namespaces=b\n";

        AccessGraph graph = Estates.graph("setup.sh", role);

        assertThat(Reaches.of(graph, AccessQuery.EVERYTHING)).isEmpty();
        assertThat(graph.subjects()).hasSize(1);
        assertThat(graph.holders().iterator().next().undefined()).isEmpty();
    }

    @Test
    void aPolicyThatNobodyDefinesIsNamed() {
        AccessGraph graph = Estates.graph("setup.sh", role("web", "shop", "gone"));

        assertThat(graph.holders().iterator().next().undefined()).containsExactly("gone");
    }

    @Test
    void anUnknownCapabilityGrantsNothing() {
        String policy = "path \"a\" { capabilities = [\"raed\"] }\n" + POLICY;

        assertThat(Estates.reaches("shop.hcl", policy, "setup.sh", role("web", "shop", "shop")))
                .hasSize(1);
    }

    @Test
    void ofAllPoliciesThePatternThatWinsCounts() {
        String denial =
                """
                vault policy write no - <<EOF
                path "secret/data/shop/*" { capabilities = ["deny"] }
                path "secret/data/shop/open" { capabilities = ["read"] }
                EOF
                """;

        AccessGraph graph =
                Estates.graph(
                        "shop.hcl", POLICY, "setup.sh", denial + role("web", "shop", "shop,no"));

        assertThat(Estates.lines(graph, AccessQuery.EVERYTHING))
                .containsExactly(
                        "shop/web -> path secret/data/shop/open [read] by [logs-in, has-policy, grants]");
        assertThat(
                        Estates.lines(
                                graph,
                                Estates.query("", "secret/data/shop/other", Confidence.MEDIUM)))
                .isEmpty();
    }

    @Test
    void answersForAPathAsTheServerWould() {
        AccessGraph graph =
                Estates.graph("shop.hcl", POLICY, "setup.sh", role("web", "shop", "shop"));

        assertThat(Estates.lines(graph, Estates.query("", "secret/data/shop/db", Confidence.HIGH)))
                .hasSize(1);
        assertThat(Estates.lines(graph, Estates.query("", "secret/data/bank/db", Confidence.HIGH)))
                .isEmpty();
        AccessQuery deletes =
                new AccessQuery(
                        Optional.empty(),
                        Optional.of("secret/data/shop/db"),
                        Optional.empty(),
                        Optional.of(Capability.DELETE),
                        Confidence.HIGH);
        assertThat(Reaches.of(graph, deletes)).isEmpty();
    }

    @Test
    void fillsInTheNamesOfTheAccount() {
        String policy =
                "path \"secret/data/{{identity.entity.aliases.k8s_1.metadata.service_account_namespace}}/"
                        + "{{identity.entity.aliases.k8s_1.metadata.service_account_name}}/*\""
                        + " { capabilities = [\"read\"] }\n"
                        + "path \"user/{{identity.entity.name}}\" { capabilities = [\"read\"] }\n";

        assertThat(Estates.reaches("shop.hcl", policy, "setup.sh", role("web,db", "shop", "shop")))
                .contains(
                        "shop/db -> path secret/data/shop/db/* [read] by [logs-in, has-policy, grants]",
                        "shop/web -> path secret/data/shop/web/* [read] by [logs-in, has-policy, grants]")
                .hasSize(4);
    }

    @Test
    void whoeverWritesPoliciesHasEverything() {
        String policy = "path \"sys/policies/acl/*\" { capabilities = [\"update\"] }\n";

        List<String> reaches =
                Estates.reaches("shop.hcl", policy, "setup.sh", role("web", "shop", "shop"));

        assertThat(reaches)
                .contains("shop/web -> everything in Vault [sudo] by [logs-in, rewrites-vault]");
    }

    @Test
    void makingTokensIsNoEscalationWithoutSudo() {
        String plain = "path \"auth/token/create\" { capabilities = [\"update\"] }\n";
        String sudo = "path \"auth/token/create\" { capabilities = [\"update\", \"sudo\"] }\n";

        assertThat(Estates.reaches("shop.hcl", plain, "setup.sh", role("web", "shop", "shop")))
                .hasSize(1);
        assertThat(Estates.reaches("shop.hcl", sudo, "setup.sh", role("web", "shop", "shop")))
                .hasSize(2);
    }

    @Test
    void whoMakesSecretIdsLogsInByThatRole() {
        String setup =
                """
                vault write auth/approle/role/ci token_policies=deploy
                vault policy write deploy - <<EOF
                path "secret/data/deploy" { capabilities = ["read"] }
                EOF
                """;
        String policy = "path \"auth/approle/role/ci/secret-id\" { capabilities = [\"update\"] }\n";

        assertThat(
                        Estates.reaches(
                                "shop.hcl",
                                policy,
                                "setup.sh",
                                setup + role("web", "shop", "shop")))
                .contains(
                        "shop/web -> path secret/data/deploy [read] by [logs-in, issues-secret-id, has-policy, grants]",
                        "approle/ci -> path secret/data/deploy [read] by [has-policy, grants]");
    }

    @Test
    void ofPoliciesOfOneNameTheNearestIsMeant() {
        String write = "vault policy write app app.hcl\n";
        String role =
                "vault write auth/kubernetes/role/app bound_service_account_names=app"
                        + " bound_service_account_namespaces=%s policies=app\n";

        assertThat(
                        Estates.reaches(
                                "one/app.hcl",
                                "path \"one/x\" { capabilities = [\"read\"] }",
                                "one/setup.sh",
                                write + role.formatted("one"),
                                "two/app.hcl",
                                "path \"two/x\" { capabilities = [\"read\"] }",
                                "two/setup.sh",
                                write + role.formatted("two")))
                .containsExactly(
                        "one/app -> path one/x [read] by [logs-in, has-policy, grants]",
                        "two/app -> path two/x [read] by [logs-in, has-policy, grants]");
    }

    @Test
    void aTokenOfAScriptIsSomebody() {
        assertThat(
                        Estates.reaches(
                                "shop.hcl",
                                POLICY,
                                "setup.sh",
                                "vault policy write shop shop.hcl\nvault token create -policy=shop\n"))
                .containsExactly(
                        "made at setup.sh:2 -> path secret/data/shop/* [read] by [has-policy, grants]");
    }

    @Test
    void aJwtOfAServiceAccountLogsInByItsSubject() {
        String setup =
                """
                vault policy write shop shop.hcl
                vault write auth/jwt/role/web role_type=jwt user_claim=sub \\
                  bound_subject=system:serviceaccount:shop:web policies=shop
                """;

        assertThat(
                        Estates.reaches(
                                "shop.hcl", POLICY,
                                "setup.sh", setup,
                                "sa.yaml", account("shop", "web")))
                .containsExactly(
                        "shop/web -> path secret/data/shop/* [read] by [logs-in, has-policy, grants]");
    }
}
