package io.hushgate.run;

import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.RuleId;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.DetectionSink;
import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.Rule;
import io.hushgate.source.log.LogText;
import io.hushgate.source.log.Unmasked;
import java.util.Optional;

/**
 * Tells of the values that a log shows in clear under names that it masks elsewhere, which no
 * pattern sees: it would have to look at two places at once. They are told under the rule of values
 * that a log masks elsewhere, if the run has it.
 */
record UnmaskedValues(Optional<Rule> rule) {
    private static final RuleId ID = new RuleId("unmasked-value");

    static UnmaskedValues of(RuleSet rules) {
        return new UnmaskedValues(
                rules.rules().stream().filter(rule -> rule.id().equals(ID)).findFirst());
    }

    /** Hands on what a log that was read to its end has of them. */
    void tell(LogText log, DetectionSink sink) {
        for (Unmasked shown : log.takeUnmasked()) {
            if (rule.isPresent()) {
                sink.accept(detection(rule.get(), shown));
            } else {
                shown.value().close();
            }
        }
    }

    private static Detection detection(Rule rule, Unmasked shown) {
        return new Detection(
                rule,
                shown.place().address(),
                shown.bytes(),
                shown.place().region(),
                shown.value(),
                Grade.CONTEXTUAL,
                rule.severity(),
                Confidence.MEDIUM,
                "");
    }
}
