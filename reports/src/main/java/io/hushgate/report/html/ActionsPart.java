package io.hushgate.report.html;

import io.hushgate.report.Amount;
import io.hushgate.report.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to do first: the open items of each check together, the worst few. */
final class ActionsPart {
    private static final int MOST = 5;
    private static final Template TEMPLATE = Template.of("actions");

    /** Worst first, then those that most of it goes away with. */
    private static final Comparator<List<Item>> ORDER =
            Comparator.comparing((List<Item> group) -> group.getFirst().severity())
                    .thenComparing(group -> group.getFirst().confidence())
                    .thenComparingInt(List::size)
                    .reversed()
                    .thenComparing(group -> group.getFirst().subject().check());

    private ActionsPart() {}

    static Html of(Items items) {
        Map<String, List<Item>> byCheck = new LinkedHashMap<>();
        for (Item item : items.open()) {
            byCheck.computeIfAbsent(item.subject().check(), _ -> new ArrayList<>()).add(item);
        }
        if (byCheck.isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> rows =
                byCheck.values().stream().sorted(ORDER).limit(MOST).map(ActionsPart::row).toList();
        int rest = byCheck.size() - rows.size();
        return TEMPLATE.fill(
                "section",
                Map.of(
                        "rows",
                        Html.all(rows),
                        "rest",
                        TEMPLATE.fill(
                                        "rest",
                                        Map.of("kinds", Html.text(Amount.of(rest, "more kind"))))
                                .when(rest > 0)));
    }

    private static Html row(List<Item> group) {
        Item first = group.getFirst();
        boolean credentials = first.subject().kind() == Check.Kind.CREDENTIAL;
        long places = group.stream().mapToLong(item -> item.places().size()).sum();
        String count =
                credentials
                        ? "%s at %s"
                                .formatted(
                                        Amount.of(group.size(), "credential"),
                                        Amount.of(places, "place"))
                        : Amount.of(group.size(), "violation");
        return TEMPLATE.fill(
                "row",
                Map.of(
                        "severity", Html.text(first.severity().label()),
                        "title", Html.text(first.title()),
                        "check", Html.text(first.subject().check()),
                        "count", Html.text(count),
                        "remedy", Html.text(first.steps().getFirst())));
    }
}
