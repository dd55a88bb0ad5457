package io.hushgate.cli.policy.conftest;

import io.hushgate.rego.value.Value;
import java.nio.file.Path;
import java.util.List;

/** Workflow commands of GitHub Actions (its documentation, "Workflow commands"). */
final class GithubOutput {
    private final OutputOptions options;
    private final StringBuilder text = new StringBuilder();

    private GithubOutput(OutputOptions options) {
        this.options = options;
    }

    static String render(List<CheckResult> results, OutputOptions options) {
        GithubOutput output = new GithubOutput(options);
        results.forEach(output::result);
        return output.text.append(CheckResult.totals(results)).append('\n').toString();
    }

    private void result(CheckResult result) {
        if (!options.passedFiles() && result.tests() == result.successes()) {
            return;
        }
        line(
                "::group::Testing \"%s\" against %d policies in namespace \"%s\""
                        .formatted(result.file(), result.tests(), result.namespace()));
        result.failures().forEach(failure -> annotations("error", result, failure, ""));
        result.warnings().forEach(warning -> annotations("warning", result, warning, ""));
        result.exceptions().forEach(exception -> annotations("notice", result, exception, ""));
        result.skipped().forEach(skip -> annotations("notice", result, skip, "Test was skipped: "));
        annotation(
                "notice", result.file(), "1", "Number of successful checks: " + result.successes());
        line("::endgroup::");
    }

    /** At the place the policy names; when that is in another file, at the tested one as well. */
    private void annotations(String level, CheckResult result, Judgement judgement, String before) {
        String message = before + judgement.message();
        if (judgement.location().isEmpty()) {
            annotation(level, result.file(), "1", message);
            return;
        }
        Judgement.Location location = judgement.location().get();
        String row = location.line().map(Value::toString).orElse("");
        if (location.file().equals(result.file())) {
            annotation(level, location.file(), row, message);
            return;
        }
        String file = relative(location.file());
        annotation(level, file, row, message);
        annotation(
                level,
                result.file(),
                "1",
                "(ORIGINATING FROM %s L%s) %s".formatted(file, row, message));
    }

    private static String relative(String file) {
        Path path = Path.of(file);
        return path.isAbsolute()
                ? Path.of("").toAbsolutePath().relativize(path).toString().replace('\\', '/')
                : file;
    }

    private void annotation(String level, String file, String row, String message) {
        line("::%s file=%s,line=%s::%s".formatted(level, property(file), row, data(message)));
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
