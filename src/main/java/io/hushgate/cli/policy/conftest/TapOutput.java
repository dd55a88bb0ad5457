package io.hushgate.cli.policy.conftest;

import java.util.Collections;
import java.util.List;

/** Test Anything Protocol, a plan for each file and namespace. */
final class TapOutput {
    private final StringBuilder text = new StringBuilder();
    private int number;

    private TapOutput() {}

    static String render(List<CheckResult> results) {
        TapOutput output = new TapOutput();
        results.stream().filter(result -> result.tests() > 0).forEach(output::result);
        return output.text.toString();
    }

    private void result(CheckResult result) {
        number = 0;
        text.append("1..").append(result.tests()).append('\n');
        lines("not ok", result, messages(result.failures()));
        section("# warnings", "not ok", result, messages(result.warnings()));
        section("# skip", "ok", result, messages(result.skipped()));
        section("# exceptions", "ok", result, messages(result.exceptions()));
        section("# successes", "ok", result, Collections.nCopies(result.successes(), "SUCCESS"));
    }

    private void section(String title, String verdict, CheckResult result, List<String> messages) {
        if (!messages.isEmpty()) {
            text.append(title).append('\n');
            lines(verdict, result, messages);
        }
    }

    private void lines(String verdict, CheckResult result, List<String> messages) {
        for (String message : messages) {
            number++;
            text.append(verdict)
                    .append(' ')
                    .append(number)
                    .append(' ')
                    .append(ConftestOutput.place(result))
                    .append(' ')
                    .append(message)
                    .append('\n');
        }
    }

    private static List<String> messages(List<Judgement> judgements) {
        return judgements.stream().map(Judgement::message).toList();
    }
}
