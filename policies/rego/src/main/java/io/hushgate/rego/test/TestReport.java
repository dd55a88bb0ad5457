package io.hushgate.rego.test;

import java.util.List;
import java.util.Optional;

/**
 * The results of a run.
 *
 * @param results in the order of files and rules
 * @param coverage which lines were reached, if that was asked for
 */
public record TestReport(List<TestResult> results, Optional<CoverageReport> coverage) {
    public TestReport {
        results = List.copyOf(results);
    }

    /** How many tests ended in one way; each case counts as a test. */
    public int count(Outcome outcome) {
        return results.stream().mapToInt(r -> count(r, outcome)).sum();
    }

    private static int count(TestResult result, Outcome outcome) {
        boolean byCase =
                !result.cases().isEmpty()
                        && (result.outcome() == Outcome.PASS || result.outcome() == Outcome.FAIL);
        if (!byCase) {
            return result.outcome() == outcome ? 1 : 0;
        }
        return switch (outcome) {
            case PASS -> result.cases().stream().mapToInt(c -> c.count(true)).sum();
            case FAIL -> result.cases().stream().mapToInt(c -> c.count(false)).sum();
            case SKIPPED, ERROR -> 0;
        };
    }

    /** Whether nothing failed and nothing ended with an error. */
    public boolean passed() {
        return count(Outcome.FAIL) == 0 && count(Outcome.ERROR) == 0;
    }
}
