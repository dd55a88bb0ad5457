package io.hushgate.cli.policy.conftest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JUnit XML: a suite each namespace, a case each result; failures and warnings fail. */
final class JunitOutput {
    private JunitOutput() {}

    /** The cases of one namespace. */
    private static final class Suite {
        private final StringBuilder cases = new StringBuilder();
        private int tests;
        private int failures;
    }

    static String render(List<CheckResult> results, OutputOptions options) {
        Map<String, Suite> suites = new LinkedHashMap<>();
        for (CheckResult result : results) {
            Suite suite = suites.computeIfAbsent(result.namespace(), _ -> new Suite());
            result.warnings()
                    .forEach(warning -> failed(named(result, warning, options), warning, suite));
            result.failures()
                    .forEach(failure -> failed(named(result, failure, options), failure, suite));
            result.exceptions()
                    .forEach(exception -> passed(named(result, exception, options), suite));
            result.skipped().forEach(skip -> skipped(named(result, skip, options), suite));
            for (int i = 0; i < result.successes(); i++) {
                passed(result.file(), suite);
            }
        }
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append("<testsuites>\n");
        suites.forEach((namespace, suite) ->
                text.append(
                                "\t<testsuite tests=\"%d\" failures=\"%d\" name=\"%s\">\n"
                                        .formatted(
                                                suite.tests,
                                                suite.failures,
                                                escaped("conftest." + namespace)))
                        .append(suite.cases)
                        .append("\t</testsuite>\n"));
        return text.append("</testsuites>\n").toString();
    }

    private static String named(CheckResult result, Judgement judgement, OutputOptions options) {
        if (!options.messagesInNames()) {
            return result.file();
        }
        return result.file() + " - " + judgement.message().lines().findFirst().orElse("");
    }

    private static void passed(String name, Suite suite) {
        suite.tests++;
        suite.cases.append("\t\t<testcase name=\"").append(escaped(name)).append("\"/>\n");
    }

    private static void skipped(String name, Suite suite) {
        suite.tests++;
        suite.cases
                .append("\t\t<testcase name=\"")
                .append(escaped(name))
                .append("\">\n\t\t\t<skipped message=\"\"/>\n\t\t</testcase>\n");
    }

    private static void failed(String name, Judgement judgement, Suite suite) {
        suite.tests++;
        suite.failures++;
        suite.cases
                .append("\t\t<testcase name=\"")
                .append(escaped(name))
                .append("\">\n\t\t\t<failure message=\"Failed\" type=\"\">")
                .append(escaped(judgement.message()))
                .append("</failure>\n\t\t</testcase>\n");
    }

    /** XML 1.0 has no way to write most control characters; they become U+FFFD. */
    private static String escaped(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> plain.append("&amp;");
                        case '<' -> plain.append("&lt;");
                        case '>' -> plain.append("&gt;");
                        case '"' -> plain.append("&#34;");
                        case '\n' -> plain.append("&#xA;");
                        case '\t' -> plain.append("&#x9;");
                        default ->
                                plain.appendCodePoint(
                                        c < ' '
                                                        || (c >= 0xD800 && c <= 0xDFFF)
                                                        || c == 0xFFFE
                                                        || c == 0xFFFF
                                                ? 0xFFFD
                                                : c);
                    }
                });
        return plain.toString();
    }
}
