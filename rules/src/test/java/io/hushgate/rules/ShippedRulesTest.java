package io.hushgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.RuleId;
import io.hushgate.core.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped rule against its own samples and against all other rules. */
class ShippedRulesTest {
    private static final List<RuleEntry> ENTRIES = Catalogue.shipped().entries();

    @TestFactory
    Stream<DynamicTest> findsItsExamplesAndNoCounterexample() {
        RuleTrial trial = new RuleTrial(Rules.shipped());
        return ENTRIES.stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.rule().id().text(),
                                () ->
                                        assertThat(trial.run(entry))
                                                .extracting(RuleTrial.Failure::message)
                                                .isEmpty()));
    }

    @Test
    void compiledRulesAreThoseOfTheFiles() {
        assertThat(Rules.shipped().rules())
                .extracting(Rule::id)
                .containsExactlyElementsOf(
                        ENTRIES.stream().map(entry -> entry.rule().id()).sorted().toList());
    }

    @Test
    void shipsTheRulesThatBaselinesReferTo() {
        assertThat(ENTRIES)
                .hasSizeGreaterThan(400)
                .extracting(entry -> entry.rule().id())
                .contains(
                        new RuleId("github-pat"),
                        new RuleId("vault-service-token"),
                        new RuleId("generic-password"));
    }

    @Test
    void remediesAreSentences() {
        assertThat(ENTRIES)
                .allSatisfy(
                        entry -> assertThat(entry.rule().remedy()).matches("(?s)[A-Z].*[^.]\\."));
    }
}
