package io.hushgate.report.html;

import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.report.Amount;
import io.hushgate.report.Report;
import io.hushgate.report.history.Audit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was looked at, target by target, and what was not, reason by reason. */
final class CoveragePart {
    /** Of each reason; the JSON report has all. */
    private static final int MOST_SKIPS = 200;

    private static final Template TEMPLATE = Template.of("coverage");

    private CoveragePart() {}

    static Html of(Audit audit) {
        return TEMPLATE.fill("section", Map.of("targets", targets(audit), "skips", skips(audit)));
    }

    private static Html targets(Audit audit) {
        List<Html> rows = new ArrayList<>();
        for (Audit.Unreached target : audit.unreached()) {
            rows.add(
                    TEMPLATE.fill(
                            "unreached",
                            Map.of(
                                    "name", Html.text(target.name()),
                                    "problem", Html.text(target.problem()))));
        }
        for (Audit.Target target : audit.targets()) {
            rows.add(target(target, audit.title().isEmpty() ? "the target" : audit.title()));
        }
        return TEMPLATE.fill("targets", Map.of("rows", Html.all(rows)));
    }

    private static Html target(Audit.Target target, String title) {
        Report report = target.report();
        Coverage coverage = report.coverage();
        String gate =
                switch (report.verdict().exitCode()) {
                    case 0 -> "open";
                    case 3 -> "incomplete";
                    default -> "shut";
                };
        return TEMPLATE.fill(
                "target",
                Map.of(
                        "name", Html.text(target.name().isEmpty() ? title : target.name()),
                        "gate", Html.text(gate),
                        "reason", Html.text(report.verdict().reason()),
                        "findings", Html.text(Amount.of(report.findings().size())),
                        "violations", Html.text(Amount.of(report.violations().size())),
                        "artifacts", Html.text(Amount.of(coverage.artifacts())),
                        "bytes", Html.text(Amount.ofBytes(coverage.bytes())),
                        "commits", Html.text(Amount.of(coverage.commits()))));
    }

    private static Html skips(Audit audit) {
        Map<Reason, List<Html>> byReason = new EnumMap<>(Reason.class);
        for (Audit.Target target : audit.targets()) {
            String prefix = target.name().isEmpty() ? "" : target.name() + ": ";
            for (Skip skip : target.report().coverage().skipped()) {
                byReason.computeIfAbsent(skip.reason(), _ -> new ArrayList<>())
                        .add(
                                TEMPLATE.fill(
                                        "skip",
                                        Map.of(
                                                "address", Html.text(prefix + skip.address()),
                                                "detail", Html.text(skip.detail()))));
            }
        }
        if (byReason.isEmpty()) {
            return TEMPLATE.fill("nothing-skipped", Map.of());
        }
        return Html.all(
                byReason.entrySet().stream()
                        .sorted(
                                java.util.Comparator.comparing(
                                        entry -> !entry.getKey().isIncomplete()))
                        .map(entry -> reason(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Html reason(Reason reason, List<Html> rows) {
        int rest = Math.max(0, rows.size() - MOST_SKIPS);
        return TEMPLATE.fill(
                "reason",
                Map.of(
                        "open", new Html(" open").when(reason.isIncomplete()),
                        "kind", Html.text(reason.isIncomplete() ? "incomplete" : "chosen"),
                        "words", Html.text(words(reason)),
                        "effect",
                                Html.text(
                                        reason.isIncomplete()
                                                ? "makes the run incomplete"
                                                : "does not make the run incomplete"),
                        "count", Html.text(Amount.of(rows.size())),
                        "rows", Html.all(rows.subList(0, rows.size() - rest)),
                        "rest",
                                TEMPLATE.fill("rest", Map.of("count", Html.text(Amount.of(rest))))
                                        .when(rest > 0)));
    }

    /** {@code LIMIT_SIZE} as {@code Limit size}. */
    private static String words(Reason reason) {
        String lower = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
