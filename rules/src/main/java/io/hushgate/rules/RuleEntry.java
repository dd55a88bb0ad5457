package io.hushgate.rules;

import io.hushgate.core.rule.Rule;
import io.hushgate.rules.verify.Verification;
import java.util.List;
import java.util.Optional;

/**
 * A rule with what stands beside it in its file.
 *
 * @param examples at least two texts in which the rule finds a credential
 * @param counterexamples at least two texts in which it finds none
 * @param verification how to ask its service whether a value is still accepted
 * @param file the rule file, as it was named
 * @param line where the rule starts in it, from 1
 */
public record RuleEntry(
        Rule rule,
        List<Example> examples,
        List<Counterexample> counterexamples,
        Optional<Verification> verification,
        String file,
        int line) {
    public RuleEntry {
        examples = List.copyOf(examples);
        counterexamples = List.copyOf(counterexamples);
    }

    /** The address of the rule for messages: {@code vault.yaml:12}. */
    public String place() {
        return file + ":" + line;
    }
}
