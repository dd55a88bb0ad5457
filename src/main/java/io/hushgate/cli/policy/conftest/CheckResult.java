package io.hushgate.cli.policy.conftest;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rules of one namespace said of one file.
 *
 * @param successes definitions of rules that said nothing
 */
public record CheckResult(
        String file,
        String namespace,
        int successes,
        List<Judgement> warnings,
        List<Judgement> failures,
        List<Judgement> exceptions) {
    public CheckResult {
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
        exceptions = List.copyOf(exceptions);
    }

    static CheckResult nothing(String file, String namespace) {
        return new CheckResult(file, namespace, 0, List.of(), List.of(), List.of());
    }

    /** Both together, under this one's names. */
    CheckResult and(CheckResult other) {
        return new CheckResult(
                file,
                namespace,
                successes + other.successes,
                joined(warnings, other.warnings),
                joined(failures, other.failures),
                joined(exceptions, other.exceptions));
    }

    /** How many results there are of any kind. */
    public int tests() {
        return successes + warnings.size() + failures.size() + exceptions.size();
    }

    private static List<Judgement> joined(List<Judgement> first, List<Judgement> second) {
        List<Judgement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
