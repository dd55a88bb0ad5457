package io.hushgate.report;

import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import java.util.Comparator;
import java.util.List;

/**
 * Everything a run has to tell. Findings and violations are sorted, worst first, so that equal runs
 * give equal bytes.
 *
 * @param version the program's version
 * @param time when the run took place
 * @param rules how many credential rules were loaded
 * @param policies how many policy checks were loaded
 * @param checks the rules and policies that fired, by id
 * @param failOn the severity at which the gate shuts, for the reader's orientation
 */
public record Report(
        String version,
        RunTime time,
        Verdict verdict,
        Coverage coverage,
        int rules,
        int policies,
        Severity failOn,
        List<Check> checks,
        List<Finding> findings,
        List<Violation> violations) {
    private static final Comparator<Finding> FINDINGS =
            Comparator.comparing(Finding::severity)
                    .thenComparing(Finding::confidence)
                    .reversed()
                    .thenComparing(Finding::location)
                    .thenComparing(Finding::rule)
                    .thenComparing(Finding::fingerprint);

    private static final Comparator<Violation> VIOLATIONS =
            Comparator.comparing(Violation::severity)
                    .thenComparing(Violation::confidence)
                    .reversed()
                    .thenComparing(Violation::id)
                    .thenComparing(Violation::location)
                    .thenComparing(Violation::message);

    public Report {
        checks = checks.stream().sorted(Comparator.comparing(Check::id)).toList();
        findings = findings.stream().sorted(FINDINGS).toList();
        violations = violations.stream().sorted(VIOLATIONS).toList();
    }
}
