package io.hushgate.baseline;

import io.hushgate.core.Finding;
import io.hushgate.core.Violation;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found, with what somebody accepted marked as suppressed.
 *
 * @param findings a value that is accepted at some places only is told twice, once for each half
 * @param violations those that were found; the alarms are not among them
 * @param alarms what is wrong with the baseline itself
 */
public record Accepted(List<Finding> findings, List<Violation> violations, List<Violation> alarms) {
    public Accepted {
        findings = List.copyOf(findings);
        violations = List.copyOf(violations);
        alarms = List.copyOf(alarms);
    }

    /** The violations and the alarms. */
    public List<Violation> all() {
        return Stream.concat(violations.stream(), alarms.stream()).toList();
    }
}
