package io.hushgate.cli.policy.conftest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What the rules of one namespace said of one file.
 *
 * @param successes definitions of rules that said nothing
 * @param skipped tests that are still to be written; rules are never skipped
 */
public record CheckResult(
        String file,
        String namespace,
        int successes,
        List<Judgement> warnings,
        List<Judgement> failures,
        List<Judgement> exceptions,
        List<Judgement> skipped) {
    public CheckResult {
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
        exceptions = List.copyOf(exceptions);
        skipped = List.copyOf(skipped);
    }

    static CheckResult nothing(String file, String namespace) {
        return new CheckResult(file, namespace, 0, List.of(), List.of(), List.of(), List.of());
    }

    /** Both together, under this one's names. */
    CheckResult and(CheckResult other) {
        return new CheckResult(
                file,
                namespace,
                successes + other.successes,
                joined(warnings, other.warnings),
                joined(failures, other.failures),
                joined(exceptions, other.exceptions),
                joined(skipped, other.skipped));
    }

    /** How many results there are of any kind. */
    public int tests() {
        return successes + warnings.size() + failures.size() + exceptions.size() + skipped.size();
    }

    /** How many results of one kind there are in all. */
    static int total(List<CheckResult> results, ToIntFunction<CheckResult> count) {
        return results.stream().mapToInt(count).sum();
    }

    /** {@code 3 tests, 1 passed, 1 warning, 1 failure, 0 exceptions}. */
    static String totals(List<CheckResult> results) {
        return "%s, %d passed, %s, %s, %s"
                .formatted(
                        counted(total(results, CheckResult::tests), "test"),
                        total(results, CheckResult::successes),
                        counted(total(results, result -> result.warnings.size()), "warning"),
                        counted(total(results, result -> result.failures.size()), "failure"),
                        counted(total(results, result -> result.exceptions.size()), "exception"));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static List<Judgement> joined(List<Judgement> first, List<Judgement> second) {
        List<Judgement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
