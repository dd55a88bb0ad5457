package io.hushgate.estate.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.vault.PolicyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AclTest {
    private static Acl acl(String... policies) {
        List<Stanza> stanzas = new ArrayList<>();
        for (String policy : policies) {
            PolicyText.read(Source.of(policy), Limits.DEFAULT)
                    .rules()
                    .forEach(rule ->
                            stanzas.add(
                                    new Stanza(
                                            "p",
                                            rule,
                                            new Provenance("p", 1, 1, Confidence.HIGH))));
        }
        return Acl.of(stanzas, Dialect.VAULT);
    }

    @Test
    void onlyTheMostSpecificPatternCounts() {
        Acl acl =
                acl(
                        "path \"secret/*\" { capabilities = [\"deny\"] }\npath \"secret/app\" { capabilities = [\"read\"] }");

        assertThat(acl.decide(Operation.READ, "secret/app").allowed()).isTrue();
        assertThat(acl.decide(Operation.READ, "secret/other").allowed()).isFalse();
        assertThat(acl.decide(Operation.READ, "/secret/app").by().orElseThrow().pattern())
                .hasToString("secret/app");
    }

    @Test
    void aDenialWipesTheSamePatternOfAllPolicies() {
        Acl acl =
                acl(
                        "path \"a/*\" { capabilities = [\"read\", \"sudo\"] }",
                        "path \"a/*\" { capabilities = [\"deny\"] }");

        assertThat(acl.decide(Operation.READ, "a/b").allowed()).isFalse();
        assertThat(acl.decide(Operation.READ, "a/b").sudo()).isFalse();
    }

    @Test
    void theDialectsDifferInListsOfADeniedFolder() {
        List<Stanza> stanzas = new ArrayList<>();
        PolicyText.read(
                        Source.of(
                                "path \"m/*\" { capabilities = [\"list\"] }\npath \"m/private/*\" { capabilities = [\"deny\"] }"),
                        Limits.DEFAULT)
                .rules()
                .forEach(rule ->
                        stanzas.add(
                                new Stanza("p", rule, new Provenance("p", 1, 1, Confidence.HIGH))));

        assertThat(Acl.of(stanzas, Dialect.VAULT).decide(Operation.LIST, "m/private/").allowed())
                .isTrue();
        assertThat(Acl.of(stanzas, Dialect.OPENBAO).decide(Operation.LIST, "m/private/").allowed())
                .isFalse();
    }

    @Test
    void parametersAreRequiredThenDeniedThenAllowed() {
        Acl acl =
                acl(
                        """
                        path "x" {
                          capabilities = ["update"]
                          required_parameters = ["Name"]
                          denied_parameters = { "admin" = ["true*"] }
                          allowed_parameters = { "name" = ["web-*"], "admin" = [] }
                        }
                        path "open" {
                          capabilities = ["update"]
                          allowed_parameters = { "a" = ["1"], "*" = [] }
                        }
                        path "closed" { capabilities = ["update"] denied_parameters = { "*" = [] } }
                        """);

        assertThat(allowed(acl, "x", Map.of("NAME", "web-1"))).isTrue();
        assertThat(allowed(acl, "x", Map.of())).isFalse();
        assertThat(allowed(acl, "x", Map.of("name", "db"))).isFalse();
        assertThat(allowed(acl, "x", Map.of("name", "web-1", "admin", "true"))).isFalse();
        assertThat(allowed(acl, "x", Map.of("name", "web-1", "admin", "false"))).isTrue();
        assertThat(allowed(acl, "x", Map.of("name", "web-1", "other", "1"))).isFalse();
        assertThat(allowed(acl, "open", Map.of("other", "1"))).isTrue();
        assertThat(allowed(acl, "open", Map.of("a", "2"))).isFalse();
        assertThat(allowed(acl, "closed", Map.of("a", "2"))).isFalse();
        assertThat(allowed(acl, "closed", Map.of())).isTrue();
    }

    private static boolean allowed(Acl acl, String path, Map<String, String> parameters) {
        return acl.decide(Operation.UPDATE, path, parameters).allowed();
    }

    @Test
    void starsAndPlusesMeanSomethingOnlyInTheirPlaces() {
        Acl acl =
                acl(
                        "path \"a*b\" { policy = \"read\" }\npath \"c/+x\" { policy = \"read\" }\npath \"d/+*\" { policy = \"read\" }");

        assertThat(acl.decide(Operation.READ, "aXb").allowed()).isFalse();
        assertThat(acl.decide(Operation.READ, "a*b").allowed()).isTrue();
        assertThat(acl.decide(Operation.READ, "c/yx").allowed()).isFalse();
        assertThat(acl.decide(Operation.READ, "d/e").allowed()).isFalse();
    }
}
