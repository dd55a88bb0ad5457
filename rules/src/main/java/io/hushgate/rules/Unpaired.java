package io.hushgate.rules;

import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.util.Optional;

/** A rule without its partner, so that it can be compiled by itself. */
final class Unpaired {
    private Unpaired() {}

    static Rule of(Rule rule) {
        Surroundings s = rule.surroundings();
        int distance = s.words().isEmpty() ? 0 : s.distance();
        return new Rule(
                rule.id(),
                rule.title(),
                rule.severity(),
                rule.form(),
                rule.evidence(),
                new Surroundings(s.words(), distance, Optional.empty(), s.most(), s.quietPlaces()),
                rule.remedy(),
                rule.references());
    }
}
