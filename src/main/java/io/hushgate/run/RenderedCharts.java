package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Grade;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.DetectionSink;
import io.hushgate.core.match.Matcher;
import io.hushgate.estate.helm.Chart;
import io.hushgate.estate.helm.ChartFile;
import io.hushgate.estate.helm.ChartLimits;
import io.hushgate.estate.helm.ChartLoader;
import io.hushgate.estate.helm.ChartRenderer;
import io.hushgate.estate.helm.Manifest;
import io.hushgate.estate.helm.RenderProblem;
import io.hushgate.estate.helm.Rendering;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.datum.Leaf;
import io.hushgate.estate.helm.template.RenderLimits;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thread's share of the charts of a run: each is rendered with its own values and with those
 * that releases and files beside it give it; what comes out is matched and read into facts.
 * Findings stand where the value is written, else at the action that wrote them; what a template
 * says by itself was found when it was read as a text.
 */
final class RenderedCharts {
    private final Notes notes;
    private final Optional<Matcher> matcher;
    private final DetectionSink findings;
    private final boolean policies;

    /**
     * A share.
     *
     * @param matcher looks for credentials, if somebody asks for them
     */
    RenderedCharts(
            Notes notes, Optional<Matcher> matcher, DetectionSink findings, boolean policies) {
        this.notes = notes;
        this.matcher = matcher;
        this.findings = findings;
        this.policies = policies;
    }

    /** Renders a chart with each of the sets of values; what cannot be rendered is noted. */
    void look(ChartPlace place) {
        List<RenderProblem> problems = new ArrayList<>();
        ChartLoader loader = new ChartLoader(ChartLimits.DEFAULT, Limits.DEFAULT, problems);
        Optional<Chart> loaded = place.load(loader);
        if (loaded.isEmpty()) {
            return;
        }
        Chart chart = place.withSiblings(loaded.get(), loader);
        List<String> missing = chart.missing();
        Set<String> matched = new HashSet<>();
        boolean first = true;
        for (ChartPlace.Values given : place.values()) {
            Dict values = new Dict();
            for (ChartFile file : given.files()) {
                values = loader.overlaid(values, file);
            }
            Rendering rendering =
                    ChartRenderer.render(chart, values, given.release(), RenderLimits.DEFAULT);
            if (first) {
                problems.addAll(rendering.problems());
            }
            first = false;
            for (Manifest manifest : rendering.manifests()) {
                String address = manifest.template().address();
                if (notes.saw(address) && matched.add(address + manifest.rendered().text())) {
                    take(manifest);
                }
            }
        }
        if (missing.isEmpty()) {
            problems.stream().distinct().forEach(notes::notRendered);
        } else {
            notes.notRendered(incomplete(place, missing, problems.size()));
        }
    }

    /** Without what it needs a chart may fail in every template, for one reason. */
    private static RenderProblem incomplete(ChartPlace place, List<String> missing, int failed) {
        String failing = failed == 0 ? "" : " and %d of its templates fail".formatted(failed);
        return new RenderProblem(
                place.chartFile(),
                Place.START,
                "it needs charts that are not here (%s)%s"
                        .formatted(String.join(", ", missing), failing),
                false);
    }

    private void take(Manifest manifest) {
        if (policies) {
            notes.rendered(manifest);
        }
        matcher.ifPresent(one -> match(manifest, one));
    }

    private void match(Manifest manifest, Matcher with) {
        String text = manifest.rendered().text();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Address address = notes.address(manifest.template().address());
        try {
            with.match(
                    Artifact.InMemory.of(address, bytes),
                    detection -> placed(detection, manifest, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    private void placed(Detection detection, Manifest manifest, byte[] bytes) {
        int from = chars(bytes, 0, detection.span().start());
        int to = from + chars(bytes, detection.span().start(), detection.span().end());
        Optional<Location> origin = origin(manifest, from, to, detection.grade());
        if (origin.isEmpty()) {
            detection.discard();
            return;
        }
        findings.accept(detection.at(origin.get(), detection.span()));
    }

    private static int chars(byte[] bytes, long from, long to) {
        return new String(bytes, (int) from, (int) (to - from), StandardCharsets.UTF_8).length();
    }

    /**
     * Where the source of a piece of a manifest is; empty if it is the template's own text, or
     * something that an action computed and that proves nothing by itself, such as a digest.
     */
    private Optional<Location> origin(Manifest manifest, int from, int to, Grade grade) {
        String piece = manifest.rendered().text().substring(from, to);
        for (Leaf leaf : manifest.rendered().leaves(from, to)) {
            if (leaf.standsIn(piece)) {
                Place place = leaf.place();
                int end = place.column() + leaf.length();
                Region region = new Region(place.line(), place.column(), place.line(), end);
                return Optional.of(new Location(notes.address(leaf.file()), region));
            }
        }
        boolean proved = grade.compareTo(Grade.FORMAT) <= 0;
        if (!proved || manifest.rendered().isLiteral(from, to)) {
            return Optional.empty();
        }
        Place action =
                Source.of(manifest.template().text())
                        .placeAt(manifest.rendered().templateOffset(from));
        return Optional.of(
                new Location(
                        notes.address(manifest.template().address()),
                        Region.at(action.line(), action.column())));
    }
}
