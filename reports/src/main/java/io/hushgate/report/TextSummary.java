package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Confidence;
import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.Reason;
import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import io.hushgate.core.Violation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The end of a text report: how much was found, how much was looked at, what the gate does and what
 * to do next.
 */
final class TextSummary {
    private final TextPage page;
    private final TextReport.Detail detail;

    TextSummary(TextPage page, TextReport.Detail detail) {
        this.page = page;
        this.detail = detail;
    }

    void render(Report report) {
        page.line(counts(report));
        page.line(lookedAt(report));
        skipped(report.coverage().skipped());
        Ink ink = page.ink();
        Verdict verdict = report.verdict();
        String gate =
                verdict.pass()
                        ? ink.good("gate open")
                        : ink.bad(verdict.exitCode() == 3 ? "scan incomplete" : "gate shut");
        page.line(gate + ": " + verdict.reason());
        next(report).forEach(hint -> page.line(ink.faint("next: ") + hint));
    }

    private static String counts(Report report) {
        List<Severity> findings = report.findings().stream().map(Finding::severity).toList();
        List<Severity> violations = report.violations().stream().map(Violation::severity).toList();
        long accepted =
                Stream.concat(
                                report.findings().stream().map(Finding::suppression),
                                report.violations().stream().map(Violation::suppression))
                        .filter(Optional::isPresent)
                        .count();
        long low =
                report.findings().stream()
                        .filter(finding -> finding.confidence() == Confidence.LOW)
                        .count();
        return Amount.of(findings.size(), "leaked credential")
                + bySeverity(findings)
                + (low == 0 ? "" : "; %s of low confidence".formatted(Amount.of(low)))
                + ", "
                + Amount.of(violations.size(), "policy violation")
                + bySeverity(violations)
                + (accepted == 0 ? "" : "; %s of them accepted".formatted(accepted));
    }

    private static String bySeverity(List<Severity> severities) {
        if (severities.isEmpty()) {
            return "";
        }
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        severities.forEach(severity -> counts.merge(severity, 1L, Long::sum));
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .filter(counts::containsKey)
                .map(severity -> counts.get(severity) + " " + severity.label())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String lookedAt(Report report) {
        Coverage coverage = report.coverage();
        String commits =
                coverage.commits() == 0 ? "" : Amount.of(coverage.commits(), "commit") + ", ";
        return "looked at "
                + commits
                + Amount.of(coverage.artifacts(), "artifact")
                + ", "
                + Amount.ofBytes(coverage.bytes())
                + " with "
                + Amount.of(report.rules(), "rule")
                + " and "
                + Amount.of(report.policies(), "policy check");
    }

    private void skipped(List<Skip> skips) {
        if (skips.isEmpty()) {
            return;
        }
        Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
        skips.forEach(skip -> byReason.merge(skip.reason(), 1L, Long::sum));
        String reasons =
                byReason.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
        page.sentence("", "not looked at: " + reasons);
        int shown = detail.most(skips.size());
        skips.subList(0, shown).forEach(this::skip);
        if (shown < skips.size()) {
            String rest = Amount.of(skips.size() - shown);
            page.line(page.ink().faint("  and " + rest + " more, shown with -v"));
        }
    }

    /** Some say the line in front of what is wrong there, behind the same address. */
    private void skip(Skip skip) {
        String address = visible(skip.address());
        String wrong = visible(skip.detail());
        if (wrong.startsWith(address + ":")) {
            page.sentence("  ", wrong);
        } else {
            page.sentence("  ", address + "  " + wrong);
        }
    }

    private static List<String> next(Report report) {
        if (!report.findings().isEmpty()) {
            String rule = report.findings().getFirst().rule().text();
            return List.of(
                    "revoke first, then remove; `hushgate rules explain " + rule + "` says how");
        }
        if (!report.violations().isEmpty()) {
            String check = report.violations().getFirst().id();
            return List.of(
                    "`hushgate rules explain "
                            + check
                            + "` says why; `hushgate facts` shows what it saw");
        }
        return List.of();
    }
}
