package io.hushgate.estate.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.Ttl;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.fact.VaultFact.Role;
import io.hushgate.estate.fact.VaultFact.Rule;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Problem;
import io.hushgate.estate.tree.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTextTest {
    private static PolicyText read(String text) {
        return PolicyText.read(Source.of(text), Limits.DEFAULT);
    }

    @Test
    void saysWhatAStanzaGrants() {
        List<Rule> rules =
                read("""
                path "a" { policy = "write" }
                path "b" { capabilities = ["update", "read"] policy = "read" }
                path "c" { capabilities = ["read", "deny"] }
                path "d" {
                  capabilities = ["create"]
                  allowed_parameters = { "name" = ["x", "y"] "*" = [] }
                  denied_parameters { "admin" = [] }
                  required_parameters = ["name"]
                  min_wrapping_ttl = "1m"
                }
                """)
                        .rules();

        assertThat(rules)
                .extracting(Rule::effective)
                .containsExactly(
                        List.of("create", "delete", "list", "read", "update"),
                        List.of("list", "read", "update"),
                        List.of("deny"),
                        List.of("create"));
        Rule last = rules.getLast();
        assertThat(last.allowedParameters())
                .containsEntry("name", List.of("x", "y"))
                .containsEntry("*", List.of());
        assertThat(last.deniedParameters()).containsKey("admin");
        assertThat(last.requiredParameters()).containsExactly("name");
        assertThat(last.minWrappingTtl().seconds()).isEqualTo(Optional.of(60L));
    }

    @Test
    void readsTheSameFromJson() {
        PolicyText policy =
                read(
                        "{\"name\": \"n\", \"path\": {\n \"a/*\": {\"capabilities\": [\"read\"]},\n \"b\": {\"policy\": \"deny\"}}}");

        assertThat(policy.name()).isEqualTo("n");
        assertThat(policy.rules())
                .extracting(rule -> rule.path() + ":" + rule.line())
                .containsExactly("a/*:2", "b:3");
        assertThat(policy.problems()).isEmpty();
    }

    @Test
    void saysWhatVaultWouldRefuse() {
        List<Problem> problems =
                read("""
                path "a" { capabilities = ["reed"] }
                path "b/+*" { capabilities = ["read"] }
                path "c" { capability = ["read"] }
                pth "d" { capabilities = ["read"] }
                """)
                        .problems();

        assertThat(problems)
                .extracting(problem -> problem.place().line())
                .containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(problems).extracting(Problem::code).containsOnly(Problem.Code.POLICY_INVALID);
    }

    @Test
    void readsStanzasAfterABraceThatIsMissing() {
        PolicyText policy =
                read(
                        "path \"a\" {\n  capabilities = [\"read\"]\npath \"b\" {\n  capabilities = [\"list\"]\n}\n");

        assertThat(policy.rules()).extracting(Rule::path).containsExactlyInAnyOrder("a", "b");
        assertThat(policy.problems()).isNotEmpty();
    }

    @Test
    void readsBankVaultsWhereverItStandsOnOneLine() {
        String yaml =
                """
                policies:
                  - name: Allow
                    rules: path "secret/*" {
                             capabilities = ["create", "read"]
                           }
                auth:
                  - type: kubernetes
                    path: k8s
                    roles:
                      - name: Default
                        bound_service_account_names: [a, b]
                        bound_service_account_namespaces: "*"
                        policies: allow, other
                        ttl: 1h
                  - type: jwt
                    roles:
                      - {name: j, bound_audiences: vault, user_claim: sub, bound_claims: {sub: ["a*"]}}
                """;
        List<Fact> facts =
                new EstateReader()
                        .read("vault-config.yml", yaml.getBytes(StandardCharsets.UTF_8))
                        .facts();

        Policy policy =
                facts.stream()
                        .filter(Policy.class::isInstance)
                        .map(Policy.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(policy.name()).isEqualTo("allow");
        assertThat(policy.rules().getFirst().line()).isEqualTo(3);
        assertThat(policy.rules().getFirst().column()).isEqualTo(18);
        List<Role> roles =
                facts.stream().filter(Role.class::isInstance).map(Role.class::cast).toList();
        assertThat(roles)
                .extracting(role -> role.kind() + " " + role.authMount() + " " + role.name())
                .containsExactly("kubernetes k8s default", "jwt jwt j");
        assertThat(roles.getFirst().policies()).containsExactly("allow", "other");
        assertThat(roles.getFirst().bound().namespaces()).containsExactly("*");
        assertThat(roles.getLast().claims().audiences()).containsExactly("vault");
        assertThat(roles.getLast().claims().bound()).containsEntry("sub", List.of("a*"));
    }

    @Test
    void readsLengthsOfTimeAsVaultDoes() {
        assertThat(Ttl.of("1h30m").seconds()).isEqualTo(Optional.of(5400L));
        assertThat(Ttl.of("7d").seconds()).isEqualTo(Optional.of(604_800L));
        assertThat(Ttl.of("3600").seconds()).isEqualTo(Optional.of(3600L));
        assertThat(Ttl.of("${var.ttl}").seconds()).isEmpty();
        assertThat(Ttl.of("1x").seconds()).isEmpty();
        assertThat(Ttl.of("").seconds()).isEmpty();
    }
}
