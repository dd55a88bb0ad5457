package io.hushgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.RuleId;
import io.hushgate.core.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    private static final RuleId GITHUB = new RuleId("github-pat");

    @TempDir Path folder;

    @Test
    void addsUsersRulesToTheShippedOnes() throws IOException {
        Path file = rule("shop-token");
        assertThat(Rules.load(List.of(file), Set.of()).rules())
                .hasSize(Rules.shipped().rules().size() + 1)
                .extracting(Rule::id)
                .contains(new RuleId("shop-token"), GITHUB);
    }

    @Test
    void leavesDisabledRulesOut() {
        assertThat(Rules.load(List.of(), Set.of(GITHUB)).rules())
                .extracting(Rule::id)
                .doesNotContain(GITHUB)
                .isSorted();
    }

    @Test
    void aDisabledIdIsFreeForTheUser() throws IOException {
        Path file = rule("github-pat");
        assertThatThrownBy(() -> Rules.load(List.of(file), Set.of()))
                .hasMessageEndingWith(
                        ":1: rule github-pat has the id of the shipped rule; rename it, or disable the shipped one");
        assertThat(Rules.load(List.of(file), Set.of(GITHUB)).rules())
                .hasSize(Rules.shipped().rules().size());
    }

    @Test
    void disablingWhatIsNotShippedIsAnError() {
        assertThatThrownBy(() -> Rules.load(List.of(), Set.of(new RuleId("no-such-rule"))))
                .isInstanceOf(RuleFileProblem.class)
                .hasMessage(
                        "rules.disable: no shipped rule is called no-such-rule; `hushgate rules list` names them all");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Rules.load(List.of(missing), Set.of()))
                .isInstanceOf(RuleFileProblem.class)
                .hasMessageEndingWith("none.yaml: there is no such file; check the path");
    }

    private Path rule(String id) throws IOException {
        return Files.writeString(
                folder.resolve("mine.yaml"),
                """
                - id: %s
                  name: Shop token
                  severity: high
                  keywords: [shp_]
                  pattern: '\\b(?<secret>shp_[a-z0-9]{12})\\b'
                  references: [https://docs.example.com/tokens]
                  examples: ['token: shp_${b36:12}', 'SHOP_TOKEN=shp_${b36:12}']
                  counterexamples:
                    - { text: 'shp_xxxxxxxxxxxx', because: placeholder }
                    - { text: 'shp_${b36:5}', because: too short }
                  remedy: Revoke it under Settings, Tokens.
                """
                        .formatted(id));
    }
}
