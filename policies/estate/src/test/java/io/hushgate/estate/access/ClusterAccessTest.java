package io.hushgate.estate.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.fact.Confidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rights in the cluster let an account become. */
class ClusterAccessTest {
    private static final String VAULT =
            """
            vault policy write pay - <<EOF
            path "secret/data/pay" { capabilities = ["read"] }
            EOF
            vault write auth/kubernetes/role/pay bound_service_account_names=pay \\
              bound_service_account_namespaces=shop policies=pay
            """;

    private static final String PAY =
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: pay, namespace: shop}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: pay, namespace: shop}
            spec: {template: {spec: {serviceAccountName: pay, containers: [{name: a, image: b}]}}}
            """;

    /** A role and its binding to shop/low; the rules are flow YAML. */
    private static String bound(String scope, String rules) {
        boolean cluster = scope.equals("cluster");
        String namespace = cluster ? "" : ", namespace: " + scope;
        return """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: %1$s
        metadata: {name: low%2$s}
        rules: %3$s
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: %1$sBinding
        metadata: {name: low%2$s}
        roleRef: {kind: %1$s, name: low, apiGroup: rbac.authorization.k8s.io}
        subjects: [{kind: ServiceAccount, name: low, namespace: shop}]
        """
                .formatted(cluster ? "ClusterRole" : "Role", namespace, rules);
    }

    private static String rule(String group, String resources, String verbs) {
        return "{apiGroups: ['%s'], resources: [%s], verbs: [%s]}"
                .formatted(group, resources, verbs);
    }

    private static List<String> low(String rbac, Confidence surest) {
        AccessGraph graph = Estates.graph("setup.sh", VAULT, "pay.yaml", PAY, "rbac.yaml", rbac);
        return Estates.lines(graph, Estates.query("shop/low", "", surest)).stream()
                .map(line -> line.substring(line.indexOf("-> ") + 3))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop    | ''    | pods                       | create     | creates-pods, includes",
                "shop    | apps  | deployments                | patch      | creates-pods, includes",
                "shop    | batch | cronjobs                   | create     | creates-pods, includes",
                "shop    | ''    | pods/exec                  | create     | executes-in, includes, runs-as",
                "shop    | ''    | pods/*                     | create     | executes-in, includes, runs-as",
                "shop    | ''    | '\"*/attach\"'             | get        | executes-in, includes, runs-as",
                "shop    | ''    | pods/ephemeralcontainers   | patch      | executes-in, includes, runs-as",
                "shop    | ''    | pods                       | update     | changes-pods, includes, runs-as",
                "shop    | ''    | serviceaccounts/token      | create     | requests-token, includes",
                "shop    | ''    | secrets                    | create,get | makes-token-secret, includes",
                "cluster | ''    | nodes/proxy                | create     | proxies-nodes, includes, runs-as",
                "shop    | '*'   | '\"*\"'                    | '\"*\"'    | may-do-all, includes, includes",
                "cluster | '*'   | '\"*\"'                    | '\"*\"'    | may-do-all, includes, includes",
                "shop    | rbac.authorization.k8s.io | roles | escalate,update | escalates, includes, includes",
            })
    void becomesTheAccountThatMayReadThePayment(
            String scope, String group, String resources, String verbs, String ways) {
        List<String> reached =
                low(bound(scope, "[" + rule(group, resources, verbs) + "]"), Confidence.HIGH);

        assertThat(reached)
                .contains(
                        "path secret/data/pay [read] by [%s, logs-in, has-policy, grants]"
                                .formatted(ways));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop    | ''    | pods                       | get,list,watch",
                "bank    | ''    | pods                       | create",
                "shop    | apps  | pods                       | create",
                "shop    | ''    | deployments                | patch",
                "shop    | ''    | pods/log                   | get",
                "shop    | ''    | nodes/proxy                | create",
                "shop    | ''    | serviceaccounts            | create",
                "shop    | ''    | secrets                    | create",
                "shop    | rbac.authorization.k8s.io | roles | update",
                "shop    | rbac.authorization.k8s.io | roles | escalate",
                "shop    | rbac.authorization.k8s.io | roles | bind",
            })
    void becomesNobody(String scope, String group, String resources, String verbs) {
        assertThat(low(bound(scope, "[" + rule(group, resources, verbs) + "]"), Confidence.LOW))
                .noneMatch(line -> line.startsWith("path"));
    }

    @Test
    void bindingARoleNeedsBothRights() {
        String rules =
                "[%s, %s]"
                        .formatted(
                                rule("rbac.authorization.k8s.io", "clusterroles", "bind"),
                                rule("rbac.authorization.k8s.io", "rolebindings", "create"));

        assertThat(low(bound("shop", rules), Confidence.HIGH))
                .contains(
                        "path secret/data/pay [read] by [binds, includes, includes, logs-in, has-policy, grants]");
    }

    @Test
    void tokensAreLimitedToTheNamesOfTheRule() {
        String rules =
                "[{apiGroups: [''], resources: [serviceaccounts/token], resourceNames: [%s], verbs: [create]}]";

        assertThat(low(bound("shop", rules.formatted("pay")), Confidence.HIGH))
                .containsExactly(
                        "path secret/data/pay [read] by [requests-token, logs-in, has-policy, grants]");
        assertThat(low(bound("shop", rules.formatted("other")), Confidence.LOW)).isEmpty();
    }

    @Test
    void anImpersonatedAccountHasRightsButNoToken() {
        String impersonates = bound("shop", "[" + rule("", "serviceaccounts", "impersonate") + "]");
        String rights =
                """
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: reader, namespace: shop}
                rules: [{apiGroups: [''], resources: [secrets], verbs: [get]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: reader, namespace: shop}
                roleRef: {kind: Role, name: reader, apiGroup: rbac.authorization.k8s.io}
                subjects: [{kind: ServiceAccount, name: pay, namespace: shop}]
                """;

        assertThat(low(impersonates, Confidence.LOW)).isEmpty();
        assertThat(low(impersonates + rights, Confidence.HIGH))
                .containsExactly(
                        "any Secret of shop [read] by [impersonates, includes, reads-secrets]");
    }

    @Test
    void aTokenSecretIsTheAccount() {
        String token =
                """
                ---
                apiVersion: v1
                kind: Secret
                type: kubernetes.io/service-account-token
                metadata:
                  name: pay-token
                  namespace: shop
                  annotations: {kubernetes.io/service-account.name: pay}
                """;
        String rules =
                "[{apiGroups: [''], resources: [secrets], resourceNames: [pay-token], verbs: [get]}]";

        assertThat(low(bound("shop", rules) + token, Confidence.HIGH))
                .containsExactly(
                        "Secret shop/pay-token [read] by [reads-secrets]",
                        "path secret/data/pay [read] by [reads-secrets, reads-token, logs-in, has-policy, grants]");
    }

    @Test
    void followsAggregatedRolesAroundTheirCircle() {
        String circle =
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: low, labels: {gather: "one"}}
                aggregationRule: {clusterRoleSelectors: [{matchLabels: {gather: two}}]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: middle, labels: {gather: two}}
                aggregationRule:
                  clusterRoleSelectors:
                  - matchExpressions: [{key: gather, operator: In, values: [one, three]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: end, labels: {gather: three}}
                rules: [{apiGroups: [''], resources: [pods], verbs: [create]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: low}
                roleRef: {kind: ClusterRole, name: low, apiGroup: rbac.authorization.k8s.io}
                subjects: [{kind: ServiceAccount, name: low, namespace: shop}]
                """;

        assertThat(low(circle, Confidence.HIGH))
                .contains(
                        "path secret/data/pay [read] by [creates-pods, includes, logs-in, has-policy, grants]");
    }

    @Test
    void knowsTheRolesThatEveryClusterHas() {
        String binding =
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: low, namespace: shop}
                roleRef: {kind: ClusterRole, name: %s, apiGroup: rbac.authorization.k8s.io}
                subjects: [{kind: Group, name: "system:serviceaccounts:shop"}, {kind: User, name: ann}]
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: low, namespace: shop}
                """;

        assertThat(low(binding.formatted("edit"), Confidence.HIGH)).isNotEmpty();
        assertThat(low(binding.formatted("view"), Confidence.LOW)).isEmpty();
        assertThat(
                        Estates.lines(
                                Estates.graph(
                                        "setup.sh", VAULT, "rbac.yaml", binding.formatted("edit")),
                                Estates.query("ann", "secret/data/pay", Confidence.HIGH)))
                .hasSize(1);
    }

    @Test
    void aPodWithoutATokenIsNoWayUnlessOneGuesses() {
        String quiet =
                PAY.replace(
                        "serviceAccountName: pay",
                        "serviceAccountName: pay, automountServiceAccountToken: false");
        String rbac = bound("shop", "[" + rule("", "pods/exec", "create") + "]");
        AccessGraph graph = Estates.graph("setup.sh", VAULT, "pay.yaml", quiet, "rbac.yaml", rbac);

        assertThat(Estates.lines(graph, Estates.query("shop/low", "", Confidence.MEDIUM)))
                .isEmpty();
        assertThat(Estates.lines(graph, Estates.query("shop/low", "", Confidence.LOW))).hasSize(1);
    }

    @Test
    void whoEntersAPodReadsTheSecretsItHolds() {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: app, namespace: shop}
                spec:
                  containers:
                  - name: a
                    image: b
                    envFrom: [{secretRef: {name: db}}]
                ---
                """;

        assertThat(
                        low(
                                pod + bound("shop", "[" + rule("", "pods/exec", "create") + "]"),
                                Confidence.HIGH))
                .contains("Secret shop/db [read] by [executes-in, includes, holds]");
    }

    @Test
    void aSecretThatAnOperatorCopiesLeadsBackToItsPath() {
        String operator =
                """
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: vault, namespace: shop}
                spec: {provider: {vault: {server: "https://vault.example:8200", path: secret, version: v2}}}
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: pay, namespace: shop}
                spec:
                  secretStoreRef: {name: vault, kind: SecretStore}
                  target: {name: pay}
                  data: [{secretKey: k, remoteRef: {key: pay, property: k}}]
                ---
                """;
        String rbac = bound("shop", "[" + rule("", "secrets", "get") + "]");

        assertThat(low(operator + rbac, Confidence.HIGH))
                .containsExactly(
                        "any Secret of shop [read] by [reads-secrets]",
                        "path secret/data/pay [read] by [reads-secrets, includes, holds]");
    }

    @Test
    void aLongerPathOfCertainStepsIsToldBeforeAGuess() {
        String rbac =
                bound("shop", "[" + rule("", "pods/exec,serviceaccounts/token", "create") + "]");
        AccessGraph graph = Estates.graph("setup.sh", VAULT, "rbac.yaml", rbac);

        Reach reach =
                Reaches.of(graph, Estates.query("shop/low", "secret/data/pay", Confidence.LOW))
                        .getFirst();

        assertThat(reach.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(reach.isOwn()).isFalse();
        assertThat(reach.steps().getFirst().way()).isEqualTo(Way.REQUESTS_TOKEN);
    }
}
