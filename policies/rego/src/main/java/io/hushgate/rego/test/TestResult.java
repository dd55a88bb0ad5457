package io.hushgate.rego.test;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The result of one test.
 *
 * @param location where the rule is
 * @param packagePath {@code data.app_test}
 * @param name {@code test_x}; the second rule of one name is {@code test_x#01}
 * @param cases the cases by name, if the test has any
 * @param error what ended the evaluation, for {@link Outcome#ERROR}
 * @param note where a test without cases failed
 * @param output what {@code print} wrote, line by line
 */
public record TestResult(
        Location location,
        String packagePath,
        String name,
        Outcome outcome,
        Duration duration,
        List<CaseResult> cases,
        Optional<RegoError> error,
        Optional<FailureNote> note,
        List<String> output) {
    public TestResult {
        cases = List.copyOf(cases);
        output = List.copyOf(output);
    }

    /** Package and name. */
    public String fullName() {
        return packagePath + "." + name;
    }
}
