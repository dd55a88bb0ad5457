package io.hushgate.cli.policy.conftest;

import java.util.List;

/** A line each result that is no success, and a line of totals. */
final class PlainOutput {
    private PlainOutput() {}

    static String render(List<CheckResult> results, OutputOptions options) {
        StringBuilder text = new StringBuilder();
        for (CheckResult result : results) {
            lines("WARN", result, result.warnings(), text);
            lines("FAIL", result, result.failures(), text);
            lines("EXCP", result, options.exceptions() ? result.exceptions() : List.of(), text);
        }
        text.append('\n').append(CheckResult.totals(results));
        if (options.skipped()) {
            int skipped = CheckResult.total(results, result -> result.skipped().size());
            text.append(", ").append(skipped).append(" skipped");
        }
        return text.append('\n').toString();
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
}
