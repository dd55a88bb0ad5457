package io.hushgate.estate.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.access.Estates;
import io.hushgate.estate.fact.AccessFact.MissingGrant;
import io.hushgate.estate.fact.AccessFact.TheftStep;
import io.hushgate.estate.fact.AccessFact.TokenTheft;
import io.hushgate.estate.fact.AccessFact.UnusedGrant;
import io.hushgate.estate.fact.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessFactsTest {
    private static final String SETUP =
            """
            vault policy write shop shop.hcl
            vault write auth/kubernetes/role/shop bound_service_account_names=web \\
              bound_service_account_namespaces=shop policies=shop
            """;

    private static final String POLICY =
            """
            path "secret/data/a" { capabilities = ["read"] }
            path "secret/data/spare" { capabilities = ["read", "list"] }
            """;

    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: shop
              annotations:
                vault.hashicorp.com/role: shop
                vault.hashicorp.com/agent-inject-secret-a: secret/data/a
                vault.hashicorp.com/agent-inject-secret-b: secret/data/b
            spec: {serviceAccountName: web, containers: [{name: a, image: b}]}
            """;

    private static final String RIGHTS =
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: enter, namespace: shop}
            rules:
            - {apiGroups: [""], resources: [%s], verbs: [create]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: enter, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: enter}
            subjects: [{kind: ServiceAccount, name: %s, namespace: shop}]
            """;

    private static <T extends Fact> List<T> facts(Class<T> kind, String... more) {
        String[] files = {"setup.sh", SETUP, "shop.hcl", POLICY, "pod.yaml", POD};
        String[] all = java.util.Arrays.copyOf(files, files.length + more.length);
        System.arraycopy(more, 0, all, files.length, more.length);
        return Estates.of(all).facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void aUseThatNoRoleGrantsIsAFactAtTheUse() {
        assertThat(facts(MissingGrant.class))
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.path()).isEqualTo("secret/data/b");
                    assertThat(missing.role()).isEqualTo("shop");
                    assertThat(missing.at().file()).isEqualTo("pod.yaml");
                    assertThat(missing.at().line()).isEqualTo(9);
                });
    }

    @Test
    void aRoleThatGrantsItToTheSameAccountIsEnough() {
        assertThat(
                        facts(
                                MissingGrant.class,
                                "two.sh",
                                """
                                vault policy write more - <<EOF
                                path "secret/data/b" { capabilities = ["read"] }
                                EOF
                                vault write auth/kubernetes/role/shop2 bound_service_account_names=web \\
                                  bound_service_account_namespaces=shop policies=more
                                """,
                                "by-account.yaml",
                                POD.replace("    vault.hashicorp.com/role: shop\n", "")
                                        .replace("name: web\n", "name: other\n")))
                .allSatisfy(missing -> assertThat(missing.at().file()).isEqualTo("pod.yaml"));
    }

    @Test
    void whatNobodyUsesIsAFactAtTheStanza() {
        assertThat(facts(UnusedGrant.class))
                .singleElement()
                .satisfies(unused -> {
                    assertThat(unused.path()).isEqualTo("secret/data/spare");
                    assertThat(unused.capabilities()).containsExactly("list", "read");
                    assertThat(unused.whole()).isTrue();
                    assertThat(unused.uses()).isEqualTo(2);
                    assertThat(unused.at().file()).isEqualTo("shop.hcl");
                    assertThat(unused.at().line()).isEqualTo(2);
                });
    }

    @Test
    void whoEntersAPodHasItsLogin() {
        assertThat(facts(TokenTheft.class, "rbac.yaml", RIGHTS.formatted("pods/exec", "debug")))
                .singleElement()
                .satisfies(theft -> {
                    assertThat(theft.subject()).isEqualTo("debug");
                    assertThat(theft.role()).isEqualTo("shop");
                    assertThat(theft.paths()).containsExactly("secret/data/a", "secret/data/spare");
                    assertThat(theft.steps())
                            .extracting(TheftStep::way)
                            .startsWith("executes-in")
                            .endsWith("logs-in");
                    assertThat(theft.at().file()).isEqualTo("rbac.yaml");
                });
    }

    @Test
    void whoMayLogInAnywayStealsNothing() {
        assertThat(facts(TokenTheft.class, "rbac.yaml", RIGHTS.formatted("pods/exec", "web")))
                .isEmpty();
        assertThat(facts(TokenTheft.class, "rbac.yaml", RIGHTS.formatted("configmaps", "debug")))
                .isEmpty();
    }

    @Test
    void twoFilesThatDisagreeAboutAPodAreNoTheft() {
        String other = POD.replace("serviceAccountName: web", "serviceAccountName: old");
        assertThat(facts(TokenTheft.class, "old.yaml", other)).isEmpty();
    }

    @Test
    void anAdministratorNeedsNoTheft() {
        String admin =
                RIGHTS.formatted("pods/exec", "boss")
                        .replace(
                                "kind: Role, name: enter", "kind: ClusterRole, name: cluster-admin")
                        .replace("kind: RoleBinding", "kind: ClusterRoleBinding");
        assertThat(facts(TokenTheft.class, "rbac.yaml", admin)).isEmpty();
    }
}
