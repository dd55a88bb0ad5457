package io.hushgate.report.html;

import io.hushgate.core.Severity;
import io.hushgate.report.Amount;
import io.hushgate.report.history.AuditHistory;
import io.hushgate.report.history.AuditRun;
import io.hushgate.report.html.ColumnChart.Column;
import io.hushgate.report.html.ColumnChart.Segment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How runs compare, drawn and as a table; nothing before the second run. */
final class TrendPart {
    /** A year of weekly runs; older ones are in the store. */
    private static final int MOST_RUNS = 53;

    private static final Template TEMPLATE = Template.of("trends");

    private TrendPart() {}

    static Html of(AuditHistory history) {
        if (history.runs().size() < 2) {
            return Html.NOTHING;
        }
        List<AuditRun> all = history.runs();
        List<AuditRun> runs = all.subList(Math.max(0, all.size() - MOST_RUNS), all.size());
        return TEMPLATE.fill(
                "section",
                Map.of(
                        "summary", Html.text(summary(runs)),
                        "open",
                                ColumnChart.of(
                                        "Open findings and violations by severity, run by run",
                                        runs.stream().map(TrendPart::open).toList()),
                        "changes",
                                ColumnChart.of(
                                        "New, back and fixed findings and violations, run by run",
                                        runs.stream().map(TrendPart::changes).toList()),
                        "surface",
                                ColumnChart.of(
                                        "Places where leaked credentials lie, run by run",
                                        runs.stream().map(TrendPart::surface).toList()),
                        "rows", Html.all(runs.reversed().stream().map(TrendPart::row).toList())));
    }

    private static String summary(List<AuditRun> runs) {
        AuditRun first = runs.getFirst();
        AuditRun last = runs.getLast();
        int change = last.total() - first.total();
        String words =
                change == 0
                        ? "as many as"
                        : Math.abs(change) + (change > 0 ? " more than" : " fewer than");
        return "%s since %s: %s open now, %s then."
                .formatted(
                        Amount.of(runs.size(), "run"),
                        Page.day(first.time()),
                        Amount.of(last.total()),
                        words);
    }

    private static Column open(AuditRun run) {
        return new Column(
                Page.day(run.time()),
                Arrays.stream(Severity.values())
                        .sorted(Comparator.reverseOrder())
                        .map(severity ->
                                new Segment(severity.label(), run.open().getOrDefault(severity, 0)))
                        .toList());
    }

    private static Column changes(AuditRun run) {
        return new Column(
                Page.day(run.time()),
                List.of(
                        new Segment("new", run.changes().fresh()),
                        new Segment("back", run.changes().reopened()),
                        new Segment("fixed", run.changes().fixed())));
    }

    private static Column surface(AuditRun run) {
        return new Column(
                Page.day(run.time()), List.of(new Segment("places", run.surface().places())));
    }

    private static Html row(AuditRun run) {
        return TEMPLATE.fill(
                "row",
                Map.ofEntries(
                        Map.entry("time", Html.text(Page.minute(run.time()))),
                        Map.entry("id", Html.text(run.id())),
                        Map.entry("open", count(run.total())),
                        Map.entry("critical", count(run.open().getOrDefault(Severity.CRITICAL, 0))),
                        Map.entry("high", count(run.open().getOrDefault(Severity.HIGH, 0))),
                        Map.entry("fresh", count(run.changes().fresh())),
                        Map.entry("reopened", count(run.changes().reopened())),
                        Map.entry("fixed", count(run.changes().fixed())),
                        Map.entry("access", count(run.accessViolations())),
                        Map.entry("secrets", count(run.surface().secrets())),
                        Map.entry("places", count(run.surface().places())),
                        Map.entry(
                                "targets",
                                Html.text(
                                        run.reached().incomplete() == 0
                                                ? Amount.of(run.reached().targets())
                                                : "%s, %s incomplete"
                                                        .formatted(
                                                                Amount.of(run.reached().targets()),
                                                                run.reached().incomplete())))));
    }

    private static Html count(int number) {
        return Html.text(Amount.of(number));
    }
}
