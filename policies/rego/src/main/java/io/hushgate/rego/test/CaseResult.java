package io.hushgate.rego.test;

import java.util.List;
import java.util.Optional;

/**
 * One case of a test with cases ({@code test_x[case]}), or a group of such.
 *
 * @param passed whether all of it holds
 * @param cases what is below, by name
 * @param note why a case without cases below does not hold
 */
public record CaseResult(
        String name, boolean passed, List<CaseResult> cases, Optional<FailureNote> note) {
    public CaseResult {
        cases = List.copyOf(cases);
    }

    /** How many leaves there are of one outcome. */
    int count(boolean ofPassed) {
        return cases.isEmpty()
                ? (passed == ofPassed ? 1 : 0)
                : cases.stream().mapToInt(c -> c.count(ofPassed)).sum();
    }
}
