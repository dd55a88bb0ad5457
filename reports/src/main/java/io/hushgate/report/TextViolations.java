package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Violation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The violations of a text report, grouped by check; its remedy is said once. */
final class TextViolations {
    private final TextPage page;
    private final TextReport.Detail detail;

    TextViolations(TextPage page, TextReport.Detail detail) {
        this.page = page;
        this.detail = detail;
    }

    void render(List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        page.title("Policy violations");
        var byCheck =
                violations.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.severity() + " " + each.id(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byCheck.values().forEach(this::group);
    }

    private void group(List<Violation> group) {
        Violation first = group.getFirst();
        page.headline(first.severity(), first.title(), first.id());
        List<Violation> different =
                detail == TextReport.Detail.EVERYTHING ? group : different(group);
        int shown = detail.most(first.severity(), different.size());
        for (int i = 0; i < shown; i++) {
            Violation violation = different.get(i);
            page.below(visible(violation.location().toString()));
            if (i + 1 == shown || !saysTheSame(violation, different.get(i + 1))) {
                said(violation);
            }
            if (detail == TextReport.Detail.EVERYTHING) {
                related(violation);
            }
        }
        if (shown < different.size()) {
            String rest = Amount.of(different.size() - shown);
            page.below(page.ink().faint("and " + rest + " more"));
        }
        page.advice("fix", first.remedy());
        page.line("");
    }

    private static boolean saysTheSame(Violation one, Violation other) {
        return one.message().equals(other.message())
                && one.suppression().equals(other.suppression());
    }

    private void said(Violation violation) {
        page.remark(visible(violation.message()));
        violation
                .suppression()
                .map(TextReport::acceptance)
                .ifPresent(text -> page.remark(page.ink().faint("ok'd") + " " + text));
    }

    /** Without those that differ only in what -v tells of them. */
    private static List<Violation> different(List<Violation> group) {
        Set<String> told = new LinkedHashSet<>();
        return group.stream()
                .filter(each -> told.add(each.location() + " " + each.message()))
                .toList();
    }

    private void related(Violation violation) {
        for (Violation.RelatedLocation related : violation.related()) {
            String text = related.location() + "  " + related.message();
            page.below("  " + page.ink().faint(visible(text)));
        }
    }
}
