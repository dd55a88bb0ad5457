package io.hushgate.report.html;

import io.hushgate.report.VisibleText;
import io.hushgate.report.history.Audit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the parts of an audit's page together, in the order in which they are read. */
final class Page {
    private static final List<String> STYLES =
            List.of("tokens", "page", "overview", "findings", "charts", "access", "print");
    private static final List<String> SCRIPTS =
            List.of("dom", "items", "filter", "detail", "list", "access", "page");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Page() {}

    /** The whole document. */
    static Html of(Audit audit) {
        String style = "\n" + Resources.joined("style", ".css", STYLES);
        String script =
                "\n(() => {\n'use strict';\n"
                        + Resources.joined("script", ".js", SCRIPTS)
                        + "})();\n";
        Items items = Items.of(audit);
        return Template.of("page")
                .fill(
                        "page",
                        Map.ofEntries(
                                Map.entry(
                                        "policy", new Html(ContentSecurity.policy(style, script))),
                                Map.entry("title", Html.text(title(audit))),
                                Map.entry("version", Html.text(version(audit))),
                                Map.entry("instant", Html.text(audit.time().toString())),
                                Map.entry("time", Html.text(minute(audit.time()))),
                                Map.entry("style", new Html(style)),
                                Map.entry("verdict", VerdictPart.of(audit, items)),
                                Map.entry("actions", ActionsPart.of(items)),
                                Map.entry("findings", FindingsPart.of(audit, items)),
                                Map.entry("access", AccessPart.of(audit.access())),
                                Map.entry("trends", TrendPart.of(audit.history())),
                                Map.entry("metrics", MetricsPart.of(audit, items)),
                                Map.entry("coverage", CoveragePart.of(audit)),
                                Map.entry("script", new Html(script))));
    }

    /** {@code 22 November 2026, 17:20 UTC}. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** {@code 22 Nov 2026}. */
    static String day(Instant time) {
        return DAY.format(time);
    }

    private static String title(Audit audit) {
        String named = VisibleText.visible(audit.title());
        if (!named.isEmpty()) {
            return named;
        }
        return audit.targets().size() == 1 ? audit.targets().getFirst().name() : "";
    }

    private static String version(Audit audit) {
        return audit.targets().stream()
                .map(target -> target.report().version())
                .findFirst()
                .orElse("");
    }
}
