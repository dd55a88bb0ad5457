package io.hushgate.report.html;

import io.hushgate.report.Amount;
import io.hushgate.report.history.Audit;
import java.util.Map;

/** The list of everything, which the page's script filters and draws from its data. */
final class FindingsPart {
    private static final Template TEMPLATE = Template.of("findings");

    private FindingsPart() {}

    static Html of(Audit audit, Items items) {
        if (items.all().isEmpty()) {
            return TEMPLATE.fill("nothing", Map.of());
        }
        return TEMPLATE.fill(
                "section",
                Map.of(
                        "total", Html.text(Amount.of(items.all().size())),
                        "targets", Html.number((long) audit.targets().size()),
                        "data", ItemData.of(items)));
    }
}
