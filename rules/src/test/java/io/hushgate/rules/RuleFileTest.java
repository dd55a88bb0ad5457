package io.hushgate.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Severity;
import io.hushgate.core.rule.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFileTest {
    private static final String RULE =
            """
            - id: shop-token
              name: Shop token
              severity: high
              keywords: [shp_]
              pattern: '\\b(?<secret>shp_[a-z0-9]{12})\\b'
              references: [https://docs.example.com/tokens]
              examples:
                - 'token: shp_${b36:12}'
                - 'SHOP_TOKEN=shp_${b36:12}'
              counterexamples:
                - { text: 'shp_xxxxxxxxxxxx', because: placeholder }
                - { text: 'shp_${b36:5}', because: too short }
              remedy: Revoke it under Settings, Tokens.
            """;

    @Test
    void readsARule() {
        RuleEntry entry = read(RULE).getFirst();
        assertThat(entry.place()).isEqualTo("shop.yaml:1");
        assertThat(entry.rule().severity()).isEqualTo(Severity.HIGH);
        assertThat(entry.rule().form()).isInstanceOf(Form.Token.class);
        assertThat(entry.examples()).hasSize(2);
        assertThat(entry.counterexamples().getFirst().because()).isEqualTo("placeholder");
    }

    @Test
    void anEmptyFileHasNoRules() {
        assertThat(read("# nothing yet\n")).isEmpty();
    }

    @Test
    void namesFileLineRuleAndRemedy() {
        complains(
                RULE.replace("  remedy: Revoke it under Settings, Tokens.\n", ""),
                "shop.yaml:1: rule shop-token has no remedy; say how to revoke the credential");
        complains(
                RULE.replace("severity: high", "severity: huge"),
                "shop.yaml:3: rule shop-token has no severity 'huge'; write one of info, low, medium, high, critical");
        complains(
                RULE.replace("name: Shop", "title: x\n  name: Shop"),
                "shop.yaml:2: rule shop-token has an unknown key 'title'; known are checks, classes, confidence, counterexamples, entropy, examples, id, ignore-case, keywords, name, names, near, of-words, partner, pattern, quiet, references, remedy, services, severity, value, verify, within, words");
        complains(
                RULE.replace("    - 'SHOP_TOKEN=shp_${b36:12}'\n", ""),
                "shop.yaml:8: rule shop-token has one example only; add at least 2 under examples");
        complains(
                RULE.replace("[https://docs.example.com/tokens]", "[]"),
                "shop.yaml:6: rule shop-token has no reference; add the vendor's document under references");
        complains(
                RULE.replace("https:", "http:"),
                "shop.yaml:6: rule shop-token has a reference that is no https address: http://docs.example.com/tokens");
    }

    @Test
    void refusesKeywordsThatAreShortOrNotNeeded() {
        complains(
                RULE.replace("[shp_]", "[sh]"),
                "shop.yaml:5: rule shop-token cannot be used: keyword 'sh' has 2 bytes; write 3 to 32");
        complains(
                RULE.replace("[shp_]", "[shp_, shop]"),
                "shop.yaml:1: rule shop-token: the pattern does not need the keyword 'shop'; leave it out");
    }

    @Test
    void refusesPatternsThatAreNotLinear() {
        complains(
                RULE.replace("[a-z0-9]{12}", "(?:[a-z0-9]+?){2}"),
                "shop.yaml:1: rule shop-token: pattern, character 29: reluctant and possessive repeats are not supported; leave '?' out");
        complains(
                RULE.replace("(?<secret>shp_[a-z0-9]{12})", "shp_[a-z0-9]{12}"),
                "shop.yaml:1: rule shop-token: pattern, character 21: no group (?<secret>...) says what the credential is");
    }

    @Test
    void refusesTheSameIdTwice() {
        complains(
                RULE + RULE,
                "shop.yaml:14: rule shop-token has the id of the rule at shop.yaml:1; rename one");
    }

    @Test
    void refusesUnknownGenerators() {
        complains(
                RULE.replace("SHOP_TOKEN=shp_${b36:12}", "SHOP_TOKEN=${base99:12}"),
                "shop.yaml:9: rule shop-token has a sample that cannot be made: no generator is called 'base99'; write $${base99 for the text");
    }

    @Test
    void refusesWhatIsNoListOfRules() {
        complains(
                "rules: none\n",
                "shop.yaml:1: a rule file is a list of rules, each starting with '- id:'");
        complains(
                "- id: 'x\n", "shop.yaml:2: not readable as YAML: found unexpected end of stream");
        complains("- {id: a, id: b}\n", "shop.yaml:1: 'id' is given twice; keep one");
    }

    @Test
    void refusesBombs() {
        complains(
                "[".repeat(60) + "]".repeat(60),
                "shop.yaml: not readable as YAML: Nesting Depth exceeded max 8");
        String doubled = "- &a [x, x, x]\n- [*a, *a, *a, *a]\n";
        assertThatThrownBy(() -> read(doubled)).isInstanceOf(RuleFileProblem.class);
        assertThatThrownBy(() -> read("#".repeat(YamlFile.MAX_BYTES + 1)))
                .hasMessage("shop.yaml: has more than 1048576 bytes; split it");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatThrownBy(() -> RuleFile.read("shop.yaml", new byte[] {(byte) 0xff}))
                .hasMessage("shop.yaml: is not UTF-8; save it as UTF-8");
    }

    private static void complains(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(RuleFileProblem.class)
                .hasMessage(message);
    }

    private static List<RuleEntry> read(String yaml) {
        return RuleFile.read("shop.yaml", yaml.getBytes(UTF_8));
    }
}
