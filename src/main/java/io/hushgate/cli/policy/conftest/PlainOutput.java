package io.hushgate.cli.policy.conftest;

import java.util.List;
import java.util.function.ToIntFunction;

/** A line each result that is no success, and a line of totals. */
final class PlainOutput {
    private PlainOutput() {}

    static String render(List<CheckResult> results, boolean exceptions) {
        StringBuilder text = new StringBuilder();
        for (CheckResult result : results) {
            lines("WARN", result, result.warnings(), text);
            lines("FAIL", result, result.failures(), text);
            lines("EXCP", result, exceptions ? result.exceptions() : List.of(), text);
        }
        return text.append('\n').append(totals(results)).append('\n').toString();
    }

    private static void lines(
            String kind, CheckResult result, List<Judgement> judgements, StringBuilder text) {
        for (Judgement judgement : judgements) {
            text.append(kind)
                    .append(' ')
                    .append(ConftestOutput.place(result))
                    .append(' ')
                    .append(judgement.message())
                    .append('\n');
        }
    }

    private static String totals(List<CheckResult> results) {
        int warnings = sum(results, result -> result.warnings().size());
        int failures = sum(results, result -> result.failures().size());
        int exceptions = sum(results, result -> result.exceptions().size());
        return "%s, %d passed, %s, %s, %s"
                .formatted(
                        counted(sum(results, CheckResult::tests), "test"),
                        sum(results, CheckResult::successes),
                        counted(warnings, "warning"),
                        counted(failures, "failure"),
                        counted(exceptions, "exception"));
    }

    private static int sum(List<CheckResult> results, ToIntFunction<CheckResult> count) {
        return results.stream().mapToInt(count).sum();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
