package io.hushgate.config;

import io.hushgate.core.Confidence;
import io.hushgate.core.Severity;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one configuration looks at that another would not. */
public final class Weakening {
    private Weakening() {}

    /**
     * Compares a change's own configuration with the trusted one, which counts.
     *
     * @return one clause for each difference that opens the gate further, sorted
     */
    public static List<String> between(Configuration trusted, Configuration own) {
        List<String> weaker = new ArrayList<>();
        added(trusted.disabledRules(), own.disabledRules())
                .forEach(rule -> weaker.add("would switch off the rule " + rule));
        added(trusted.disabledChecks(), own.disabledChecks())
                .forEach(check -> weaker.add("would switch off the check " + check));
        added(Set.copyOf(trusted.exclude()), Set.copyOf(own.exclude()))
                .forEach(glob -> weaker.add("would exclude " + glob));
        own.limits()
                .forEach((limit, value) -> {
                    if (!value.equals(trusted.limits().get(limit))) {
                        weaker.add("would judge by its own limit " + name(limit));
                    }
                });
        Severity severity = own.failOn().orElse(Severity.HIGH);
        if (severity.compareTo(trusted.failOn().orElse(Severity.HIGH)) > 0) {
            weaker.add("would shut the gate only from severity " + severity.label());
        }
        Confidence confidence = own.failOnConfidence().orElse(Confidence.MEDIUM);
        if (confidence.compareTo(trusted.failOnConfidence().orElse(Confidence.MEDIUM)) > 0) {
            weaker.add("would shut the gate only from confidence " + confidence.label());
        }
        return weaker;
    }

    private static String name(Value limit) {
        return limit instanceof RegoString text ? text.value() : limit.toString();
    }

    private static Set<String> added(Set<String> before, Set<String> after) {
        Set<String> added = new TreeSet<>(after);
        added.removeAll(before);
        return added;
    }
}
