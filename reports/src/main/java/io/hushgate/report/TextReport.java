package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Attribution;
import io.hushgate.core.Blast;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.Location;
import io.hushgate.core.Severity;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a person reads in a terminal: each finding with its place, why it is believed and how to
 * mend it, violations grouped by check, and the summary last, where the eye ends up.
 */
public final class TextReport implements ReportFormat {
    private static final int MOST_PLACES = 5;
    private static final int SHORT_COMMIT = 10;
    private static final String INDENT = "            ";
    private final Ink ink;
    private final boolean verbose;

    private TextReport(Ink ink, boolean verbose) {
        this.ink = ink;
        this.verbose = verbose;
    }

    /**
     * For a terminal or a file.
     *
     * @param coloured whether the reader's terminal shows colours
     * @param verbose whether every place and everything skipped is listed, not only the first few
     */
    public static TextReport of(boolean coloured, boolean verbose) {
        return new TextReport(coloured ? Ink.COLOURED : Ink.PLAIN, verbose);
    }

    @Override
    public void render(Report report, OutputStream out) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(); // out tells what is wrong with it
        PrintStream page = new PrintStream(text, false, StandardCharsets.UTF_8);
        findings(report.findings(), page);
        violations(report.violations(), page);
        new TextSummary(ink, verbose).render(report, page);
        page.flush();
        text.writeTo(out);
    }

    private void findings(List<Finding> findings, PrintStream page) {
        if (findings.isEmpty()) {
            return;
        }
        line(page, ink.bold("Leaked credentials"));
        line(page, "");
        for (Finding finding : findings) {
            headline(page, finding.severity(), finding.title(), finding.rule().text());
            line(page, INDENT + finding.redacted() + "   " + claim(finding));
            places(page, finding);
            finding.attribution().ifPresent(history -> history(page, finding.state(), history));
            layers(page, finding.layers());
            advice(page, "why", Proof.words(finding.grade()));
            finding.blast().ifPresent(blast -> blast(page, finding, blast));
            advice(page, "fix", finding.remedy());
            finding.suppression().ifPresent(given -> advice(page, "ok'd", acceptance(given)));
            line(page, "");
        }
    }

    private static String claim(Finding finding) {
        return finding.grade().label().replace('-', ' ')
                + ", "
                + finding.confidence().label()
                + " confidence";
    }

    private void places(PrintStream page, Finding finding) {
        List<Location> places = finding.occurrences();
        int shown = verbose ? places.size() : Math.min(MOST_PLACES, places.size());
        for (Location place : places.subList(0, shown)) {
            line(page, INDENT + visible(place.toString()));
        }
        if (shown < places.size()) {
            line(
                    page,
                    INDENT
                            + ink.faint(
                                    String.format(
                                            Locale.ROOT,
                                            "and %,d more places",
                                            places.size() - shown)));
        }
    }

    private void history(PrintStream page, FindingState state, Attribution history) {
        advice(page, "since", commit(history.first()));
        if (state == FindingState.HISTORY_ONLY) {
            advice(page, "until", commit(history.last()) + ", not in the files of HEAD");
        }
        if (!history.refs().isEmpty()) {
            advice(page, "on", visible(String.join(", ", firstFew(history.refs()))));
        }
    }

    private void layers(PrintStream page, List<LayerPlace> layers) {
        int shown = verbose ? layers.size() : Math.min(MOST_PLACES, layers.size());
        for (LayerPlace place : layers.subList(0, shown)) {
            String layer =
                    place.number() == 0
                            ? "the configuration"
                            : "layer %s of %s".formatted(place.number(), place.count());
            String step = place.maker().map(maker -> ", made by " + maker).orElse("");
            String base = place.base() ? ", of the base image" : "";
            String hidden = place.hidden() ? "; a later layer deletes or replaces it" : "";
            advice(
                    page,
                    "in",
                    visible("%s%s%s, of %s%s".formatted(layer, step, base, place.image(), hidden)));
        }
        if (shown < layers.size()) {
            advice(page, "in", "and %s more layers".formatted(layers.size() - shown));
        }
    }

    private void blast(PrintStream page, Finding finding, Blast blast) {
        String raised =
                blast.raisedFrom() == finding.severity()
                        ? ""
                        : "; raised from " + blast.raisedFrom().label();
        advice(
                page,
                "opens",
                visible("%s, as %s%s".formatted(blast.summary(), blast.holder(), raised)));
        int shown =
                verbose ? blast.reached().size() : Math.min(MOST_PLACES, blast.reached().size());
        for (Blast.Reached reached : blast.reached().subList(0, shown)) {
            advice(page, "", visible(reached.target() + "  " + reached.way()));
        }
        int number = 1;
        for (String step : blast.revocation()) {
            advice(page, number == 1 ? "then" : "", visible(number++ + ". " + step));
        }
    }

    private static List<String> firstFew(List<String> refs) {
        if (refs.size() <= MOST_PLACES) {
            return refs;
        }
        List<String> few = new java.util.ArrayList<>(refs.subList(0, MOST_PLACES));
        few.add(String.format(Locale.ROOT, "and %,d more", refs.size() - MOST_PLACES));
        return few;
    }

    private static String commit(CommitInfo commit) {
        String id = commit.id().substring(0, Math.min(SHORT_COMMIT, commit.id().length()));
        return "%s  %s  %s".formatted(id, commit.time(), visible(commit.author()));
    }

    private void violations(List<Violation> violations, PrintStream page) {
        if (violations.isEmpty()) {
            return;
        }
        line(page, ink.bold("Policy violations"));
        line(page, "");
        var byCheck =
                violations.stream()
                        .collect(
                                Collectors.groupingBy(
                                        v -> v.severity() + " " + v.id(),
                                        java.util.LinkedHashMap::new,
                                        Collectors.toList()));
        for (List<Violation> group : byCheck.values()) {
            Violation first = group.getFirst();
            headline(page, first.severity(), first.title(), first.id());
            int shown = verbose ? group.size() : Math.min(MOST_PLACES, group.size());
            for (Violation violation : group.subList(0, shown)) {
                line(page, INDENT + visible(violation.location().toString()));
                line(page, INDENT + "  " + visible(violation.message()));
                violation
                        .suppression()
                        .ifPresent(given -> line(page, INDENT + "  " + accepted(given)));
                if (verbose) {
                    related(page, violation);
                }
            }
            if (shown < group.size()) {
                line(
                        page,
                        INDENT
                                + ink.faint(
                                        String.format(
                                                Locale.ROOT,
                                                "and %,d more",
                                                group.size() - shown)));
            }
            advice(page, "fix", first.remedy());
            line(page, "");
        }
    }

    private String accepted(Suppression given) {
        return ink.faint("ok'd  ") + acceptance(given);
    }

    private static String acceptance(Suppression given) {
        String end = given.expires().map(day -> ", until " + day).orElse("");
        String ticket = given.ticket().map(text -> " (" + text + ")").orElse("");
        return visible(given.owner() + ": " + given.reason() + ticket) + end;
    }

    private void related(PrintStream page, Violation violation) {
        for (Violation.RelatedLocation related : violation.related()) {
            String text = related.location() + "  " + related.message();
            line(page, INDENT + "  " + ink.faint(visible(text)));
        }
    }

    private void headline(PrintStream page, Severity severity, String title, String id) {
        String label = ink.severity(severity, "%-10s".formatted(severity.label()));
        line(page, "  " + label + ink.bold(visible(title)) + "  " + ink.faint(id));
    }

    private void advice(PrintStream page, String word, String text) {
        line(page, INDENT + ink.faint("%-5s ".formatted(word)) + text);
    }

    /** Lines end in a line feed on every system, so that reports are equal. */
    private static void line(PrintStream page, String text) {
        page.print(text);
        page.print('\n');
    }
}
