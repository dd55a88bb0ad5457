package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.GitleaksFinding;
import java.util.List;

/**
 * The JUnit report of gitleaks: one suite, a failed case for each finding, its JSON as the text.
 */
final class LeakJunit {
    private static final int LEAST_CHARACTER = 0x20;

    private LeakJunit() {}

    static String report(List<GitleaksFinding> findings, ScmLink links) {
        StringBuilder out =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        out.append(
                "\t<testsuite failures=\"%1$d\" name=\"gitleaks\" tests=\"%1$d\" time=\"\">"
                        .formatted(findings.size()));
        for (GitleaksFinding finding : findings) {
            String message = escaped(message(finding));
            String title = escaped(finding.description());
            out.append(
                    "\n\t\t<testcase classname=\"%s\" file=\"%s\" name=\"%s\" time=\"\">"
                            .formatted(title, escaped(finding.file()), message));
            out.append(
                    "\n\t\t\t<failure message=\"%s\" type=\"%s\">%s</failure>\n\t\t</testcase>"
                            .formatted(message, title, escaped(LeakJson.one(finding, links))));
        }
        return out.append(findings.isEmpty() ? "" : "\n\t")
                .append("</testsuite>\n</testsuites>")
                .toString();
    }

    private static String message(GitleaksFinding finding) {
        String where =
                "%s has detected a secret in file %s, line %d"
                        .formatted(finding.rule(), finding.file(), finding.startLine());
        String commit = finding.commit().id();
        return commit.isEmpty() ? where + "." : where + ", at commit " + commit + ".";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(escaped(c)));
        return out.toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&#34;";
            case '\'' -> "&#39;";
            case '\t' -> "&#x9;";
            case '\n' -> "&#xA;";
            case '\r' -> "&#xD;";
            default -> {
                boolean allowed = c >= LEAST_CHARACTER && c != 0xfffe && c != 0xffff;
                yield allowed ? Character.toString(c) : "\ufffd";
            }
        };
    }
}
