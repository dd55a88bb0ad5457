package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.Skip;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A summary in Markdown (CommonMark with tables) for job summaries and comments of merge requests.
 * Services cut or refuse long ones (GitHub at 1 MiB), so each table shows at most {@value
 * #MOST_ROWS} rows and says how many are left.
 */
public final class MarkdownReport implements ReportFormat {
    private static final int MOST_ROWS = 500;

    @Override
    public void render(Report report, OutputStream out) throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("## Hushgate: the gate is ")
                .append(report.verdict().pass() ? "open" : "shut")
                .append("\n\n")
                .append(text(report.verdict().reason()))
                .append(". ")
                .append(coverage(report))
                .append("\n");
        findings(page, report.findings());
        violations(page, report.violations());
        skips(page, report.coverage().skipped());
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String coverage(Report report) {
        Coverage coverage = report.coverage();
        String commits =
                coverage.commits() == 0 ? "" : Amount.of(coverage.commits(), "commit") + ", ";
        return "Looked at %s%s, %s with %s and %s; %s."
                .formatted(
                        commits,
                        Amount.of(coverage.artifacts(), "artifact"),
                        Amount.ofBytes(coverage.bytes()),
                        Amount.of(report.rules(), "rule"),
                        Amount.of(report.policies(), "policy check"),
                        coverage.isComplete() ? "complete" : "**incomplete**");
    }

    private static void findings(StringBuilder page, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        page.append("\n### Leaked credentials\n\n");
        header(page, "severity", "what", "where", "how sure", "what to do");
        for (Finding finding : first(findings)) {
            row(
                    page,
                    text(finding.severity().label()) + accepted(finding.suppression()),
                    text(finding.title()) + " " + code(finding.redacted()),
                    code(finding.location().toString()) + more(finding.occurrences().size() - 1),
                    text(finding.grade().label()),
                    text(finding.remedy()));
        }
        rest(page, findings.size());
    }

    private static void violations(StringBuilder page, List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        page.append("\n### Policy violations\n\n");
        header(page, "severity", "check", "what", "where", "what to do");
        for (Violation violation : first(violations)) {
            row(
                    page,
                    text(violation.severity().label()) + accepted(violation.suppression()),
                    code(violation.id()),
                    text(violation.message()),
                    code(violation.location().toString()),
                    text(violation.remedy()));
        }
        rest(page, violations.size());
    }

    private static void skips(StringBuilder page, List<Skip> skipped) {
        List<Skip> incomplete =
                skipped.stream().filter(skip -> skip.reason().isIncomplete()).toList();
        if (incomplete.isEmpty()) {
            return;
        }
        page.append("\n### Not looked at\n\n");
        header(page, "reason", "where", "what happened");
        for (Skip skip : first(incomplete)) {
            row(page, code(skip.reason().name()), code(skip.address()), text(skip.detail()));
        }
        rest(page, incomplete.size());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST_ROWS, all.size()));
    }

    private static void rest(StringBuilder page, int all) {
        if (all > MOST_ROWS) {
            page.append("\nand ").append(Amount.of(all - MOST_ROWS)).append(" more\n");
        }
    }

    private static String more(int others) {
        return others == 0 ? "" : " and " + Amount.of(others) + " more";
    }

    private static String accepted(Optional<Suppression> suppression) {
        return suppression.map(given -> ", accepted: " + text(given.reason())).orElse("");
    }

    private static void header(StringBuilder page, String... names) {
        row(page, names);
        page.append("|---".repeat(names.length)).append("|\n");
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Text that stays text: no markup, no HTML, no mention of people, no end of the cell. */
    private static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        visible(text)
                .chars()
                .forEach(c -> {
                    if ("\\`*_{}[]<>()#+!|~&@".indexOf(c) >= 0) {
                        safe.append("&#").append(c).append(';');
                    } else {
                        safe.append((char) c);
                    }
                });
        return safe.toString();
    }

    /** HTML, because a code span cannot hold a back-quote and a bar at once. */
    private static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }
}
