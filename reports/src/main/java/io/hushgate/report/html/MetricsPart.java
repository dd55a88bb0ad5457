package io.hushgate.report.html;

import io.hushgate.report.Amount;
import io.hushgate.report.history.Audit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The indicators, and the missteps that are made most often, as something to teach by. */
final class MetricsPart {
    private static final int MOST_MISSTEPS = 10;
    private static final Template TEMPLATE = Template.of("metrics");

    private MetricsPart() {}

    static Html of(Audit audit, Items items) {
        List<Html> indicators =
                Indicators.of(audit, items).stream()
                        .map(one ->
                                TEMPLATE.fill(
                                        "indicator",
                                        Map.of(
                                                "name", Html.text(one.name()),
                                                "value", Html.text(one.value()),
                                                "explanation", Html.text(one.explanation()))))
                        .toList();
        return TEMPLATE.fill(
                "section", Map.of("indicators", Html.all(indicators), "missteps", missteps(items)));
    }

    /** Accepted ones too: they were made. */
    private static Html missteps(Items items) {
        Map<String, List<Item>> byCheck = new LinkedHashMap<>();
        for (Item item : items.all()) {
            byCheck.computeIfAbsent(item.subject().check(), _ -> new ArrayList<>()).add(item);
        }
        List<Html> rows =
                byCheck.values().stream()
                        .sorted(
                                Comparator.comparingInt((List<Item> group) -> group.size())
                                        .reversed()
                                        .thenComparing(group -> group.getFirst().subject().check()))
                        .limit(MOST_MISSTEPS)
                        .map(MetricsPart::misstep)
                        .toList();
        return rows.isEmpty()
                ? Html.NOTHING
                : TEMPLATE.fill("missteps", Map.of("rows", Html.all(rows)));
    }

    private static Html misstep(List<Item> group) {
        Item first = group.getFirst();
        return TEMPLATE.fill(
                "misstep",
                Map.of(
                        "title", Html.text(first.title()),
                        "check", Html.text(first.subject().check()),
                        "count", Html.text(Amount.of(group.size())),
                        "remedy", Html.text(first.steps().getFirst())));
    }
}
