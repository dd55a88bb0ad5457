package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.Reason;
import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import io.hushgate.core.Violation;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The end of a text report: how much was found, how much was looked at, what the gate does and what
 * to do next.
 */
final class TextSummary {
    private static final int MOST_SKIPS = 5;
    private final Ink ink;
    private final boolean verbose;

    TextSummary(Ink ink, boolean verbose) {
        this.ink = ink;
        this.verbose = verbose;
    }

    void render(Report report, PrintStream page) {
        line(page, counts(report));
        line(page, lookedAt(report));
        skipped(report.coverage().skipped(), page);
        Verdict verdict = report.verdict();
        String gate =
                verdict.pass()
                        ? ink.good("gate open")
                        : ink.bad(verdict.exitCode() == 3 ? "scan incomplete" : "gate shut");
        line(page, gate + ": " + verdict.reason());
        next(report).forEach(hint -> line(page, ink.faint("next: ") + hint));
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
        return Amount.of(findings.size(), "leaked credential")
                + bySeverity(findings)
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
        return java.util.Arrays.stream(Severity.values())
                .sorted(java.util.Comparator.reverseOrder())
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

    private void skipped(List<Skip> skips, PrintStream page) {
        if (skips.isEmpty()) {
            return;
        }
        Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
        skips.forEach(skip -> byReason.merge(skip.reason(), 1L, Long::sum));
        String reasons =
                byReason.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
        line(page, "not looked at: " + reasons);
        int shown = verbose ? skips.size() : Math.min(MOST_SKIPS, skips.size());
        for (Skip skip : skips.subList(0, shown)) {
            line(page, "  " + visible(skip.address()) + "  " + ink.faint(visible(skip.detail())));
        }
        if (shown < skips.size()) {
            line(
                    page,
                    ink.faint(
                            String.format(
                                    Locale.ROOT,
                                    "  and %,d more, shown with -v",
                                    skips.size() - shown)));
        }
    }

    private static List<String> next(Report report) {
        if (!report.findings().isEmpty()) {
            String rule = report.findings().getFirst().rule().text();
            return List.of(
                    "revoke first, then remove; `hushgate rules explain " + rule + "` says how");
        }
        if (!report.violations().isEmpty()) {
            return List.of("`hushgate facts` shows what the policies saw");
        }
        return List.of();
    }

    private static void line(PrintStream page, String text) {
        page.print(text);
        page.print('\n');
    }
}
