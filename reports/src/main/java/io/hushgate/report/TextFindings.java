package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Attribution;
import io.hushgate.core.Blast;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Grade;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.Location;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The findings of a text report. Those that one rule proves alike stand together, so that why it is
 * believed and how to mend it are said once. What the gate does not count for its low confidence is
 * told in a line each, below what has to be acted on.
 */
final class TextFindings {
    private static final int MOST_FOLDED = 10;
    private static final int SHORT_COMMIT = 10;
    private final TextPage page;
    private final TextReport.Detail detail;

    TextFindings(TextPage page, TextReport.Detail detail) {
        this.page = page;
        this.detail = detail;
    }

    /** What findings have to share to be told together. */
    private record Likeness(Severity severity, RuleId rule, Grade grade, Confidence confidence) {
        static Likeness of(Finding finding) {
            return new Likeness(
                    finding.severity(), finding.rule(), finding.grade(), finding.confidence());
        }
    }

    void render(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        Map<Boolean, List<Finding>> folded =
                findings.stream().collect(Collectors.partitioningBy(this::isFolded));
        whole(folded.getOrDefault(false, List.of()));
        lines(folded.getOrDefault(true, List.of()));
    }

    private boolean isFolded(Finding finding) {
        return detail == TextReport.Detail.WHAT_COUNTS && finding.confidence() == Confidence.LOW;
    }

    private void whole(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        page.title("Leaked credentials");
        Map<Likeness, List<Finding>> alike =
                findings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Likeness::of, LinkedHashMap::new, Collectors.toList()));
        for (List<Finding> group : alike.values()) {
            Finding first = group.getFirst();
            page.headline(first.severity(), first.title(), first.rule().text());
            page.below(first.redacted() + "   " + claim(first));
            told(first);
            for (Finding next : group.subList(1, group.size())) {
                page.below(next.redacted());
                told(next);
            }
            page.advice("why", Proof.words(first.grade()));
            page.advice("fix", first.remedy());
            page.line("");
        }
    }

    private void told(Finding finding) {
        List<Location> places = finding.occurrences();
        int shown = detail.most(places.size());
        places.subList(0, shown).forEach(place -> page.below("  " + visible(place.toString())));
        if (shown < places.size()) {
            String rest = Amount.of(places.size() - shown, "more place");
            page.below("  " + page.ink().faint("and " + rest));
        }
        finding.attribution().ifPresent(history -> history(finding.state(), history));
        layers(finding.layers());
        finding.blast().ifPresent(blast -> blast(finding, blast));
        finding.suppression().ifPresent(given -> page.advice("ok'd", TextReport.acceptance(given)));
    }

    private static String claim(Finding finding) {
        return finding.grade().label().replace('-', ' ')
                + ", "
                + finding.confidence().label()
                + " confidence";
    }

    private void lines(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        page.title("Of low confidence, not counted by the gate");
        int shown = Math.min(MOST_FOLDED, findings.size());
        for (Finding finding : findings.subList(0, shown)) {
            int others = finding.occurrences().size() - 1;
            page.line(
                    "  %s%-10s  %s%s  %s"
                            .formatted(
                                    page.label(finding.severity()),
                                    finding.redacted(),
                                    visible(finding.location().toString()),
                                    others == 0 ? "" : " and " + Amount.of(others) + " more",
                                    page.ink().faint(finding.rule().text())));
        }
        String rest = shown == findings.size() ? "" : (findings.size() - shown) + " more, and ";
        page.line("  " + page.ink().faint(rest + "each in full, with -v"));
        page.line("");
    }

    private void history(FindingState state, Attribution history) {
        page.advice("since", commit(history.first()));
        if (state == FindingState.HISTORY_ONLY) {
            page.advice("until", commit(history.last()) + ", not in the files of HEAD");
        }
        if (!history.refs().isEmpty()) {
            page.advice("on", visible(String.join(", ", firstFew(history.refs()))));
        }
    }

    private void layers(List<LayerPlace> layers) {
        int shown = detail.most(layers.size());
        for (LayerPlace place : layers.subList(0, shown)) {
            String layer =
                    place.number() == 0
                            ? "the configuration"
                            : "layer %s of %s".formatted(place.number(), place.count());
            String step = place.maker().map(maker -> ", made by " + maker).orElse("");
            String base = place.base() ? ", of the base image" : "";
            String hidden = place.hidden() ? "; a later layer deletes or replaces it" : "";
            page.fact(
                    "in",
                    visible("%s%s%s, of %s%s".formatted(layer, step, base, place.image(), hidden)));
        }
        if (shown < layers.size()) {
            page.fact("in", "and " + Amount.of(layers.size() - shown, "more layer"));
        }
    }

    private void blast(Finding finding, Blast blast) {
        String raised =
                blast.raisedFrom() == finding.severity()
                        ? ""
                        : "; raised from " + blast.raisedFrom().label();
        page.fact(
                "opens", visible("%s, as %s%s".formatted(blast.summary(), blast.holder(), raised)));
        int shown = detail.most(blast.reached().size());
        for (Blast.Reached reached : blast.reached().subList(0, shown)) {
            page.fact("", visible(reached.target() + "  " + reached.way()));
        }
        int number = 1;
        for (String step : blast.revocation()) {
            page.fact(number == 1 ? "then" : "", visible(number++ + ". " + step));
        }
    }

    private List<String> firstFew(List<String> refs) {
        int shown = Math.min(TextReport.Detail.MOST_PLACES, refs.size());
        List<String> few = new ArrayList<>(refs.subList(0, shown));
        if (shown < refs.size()) {
            few.add("and " + Amount.of(refs.size() - shown) + " more");
        }
        return few;
    }

    private static String commit(CommitInfo commit) {
        String id = commit.id().substring(0, Math.min(SHORT_COMMIT, commit.id().length()));
        return "%s  %s  %s".formatted(id, commit.time(), visible(commit.author()));
    }
}
