package io.hushgate.rules;

import io.hushgate.core.rule.Rule;
import java.util.List;

/**
 * A rule with what stands beside it in its file.
 *
 * @param examples at least two texts in which the rule finds a credential
 * @param counterexamples at least two texts in which it finds none
 * @param file the rule file, as it was named
 * @param line where the rule starts in it, from 1
 */
public record RuleEntry(
        Rule rule,
        List<Example> examples,
        List<Counterexample> counterexamples,
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
