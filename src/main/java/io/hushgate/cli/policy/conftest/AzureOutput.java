package io.hushgate.cli.policy.conftest;

import java.util.List;

/** Logging commands of Azure Pipelines (its documentation, "Logging commands"). */
final class AzureOutput {
    private final StringBuilder text = new StringBuilder();

    private AzureOutput() {}

    static String render(List<CheckResult> results) {
        AzureOutput output = new AzureOutput();
        results.forEach(output::result);
        return output.text.append(CheckResult.totals(results)).append('\n').toString();
    }

    private void result(CheckResult result) {
        line(
                "##[section]Testing '%s' against %d policies in namespace '%s'"
                        .formatted(result.file(), result.tests(), result.namespace()));
        line("##[group]See conftest results");
        issues("error", result, result.failures());
        issues("warning", result, result.warnings());
        issues("warning", result, result.exceptions());
        result.skipped()
                .forEach(skip -> line("skipped file=" + result.file() + " " + skip.message()));
        if (result.successes() > 0) {
            line("success file=" + result.file() + " " + result.successes());
        }
        line("##[endgroup]");
    }

    private void issues(String type, CheckResult result, List<Judgement> judgements) {
        for (Judgement judgement : judgements) {
            line(
                    "##vso[task.logissue type=%s] file=%s --> %s"
                            .formatted(type, result.file(), oneLine(judgement.message())));
        }
    }

    /** A second line could be a command of its own. */
    private static String oneLine(String message) {
        return message.replaceAll("[\\r\\n]+", " ");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
