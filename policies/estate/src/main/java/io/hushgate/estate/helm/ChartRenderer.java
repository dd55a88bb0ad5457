package io.hushgate.estate.helm;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Datum.Whole;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.function.Functions;
import io.hushgate.estate.helm.template.Budget;
import io.hushgate.estate.helm.template.Evaluator;
import io.hushgate.estate.helm.template.RenderLimits;
import io.hushgate.estate.helm.template.Rendered;
import io.hushgate.estate.helm.template.TemplateParser;
import io.hushgate.estate.helm.template.TemplateProblem;
import io.hushgate.estate.helm.template.Templates;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Renders the templates of a chart and its subcharts, as {@code helm template} does. Each file
 * fails for itself.
 */
public final class ChartRenderer {
    /** As Helm parses and renders: deeper directories first, and then backwards. */
    private static final Comparator<Scoped> ORDER =
            Comparator.<Scoped>comparingLong(scoped -> depth(scoped.name()))
                    .thenComparing(Scoped::name)
                    .reversed();

    private final RenderLimits limits;
    private final Budget budget;
    private final List<RenderProblem> problems = new ArrayList<>();
    private final List<Scoped> scoped = new ArrayList<>();

    private ChartRenderer(RenderLimits limits) {
        this.limits = limits;
        this.budget = new Budget(limits);
    }

    /** A template with the name that Helm gives it, and the values that it sees. */
    private record Scoped(String name, ChartFile file, Dict top, String base) {}

    /** Renders a chart with values that override its own, already merged among each other. */
    public static Rendering render(
            Chart chart, Dict overrides, ReleaseName release, RenderLimits limits) {
        ChartRenderer renderer = new ChartRenderer(limits);
        Chart resolved = Dependencies.resolve(chart, overrides);
        Dict values = Coalescing.coalesce(resolved, overrides);
        renderer.collect(resolved, resolved.name(), values, release, true);
        return new Rendering(values, renderer.render(), renderer.problems);
    }

    private static long depth(String name) {
        return name.chars().filter(c -> c == '/').count();
    }

    /** Collects the templates of a chart and its children; returns what the chart's own see. */
    private Dict collect(Chart chart, String path, Dict values, ReleaseName release, boolean root) {
        Dict subcharts = new Dict();
        Dict metadata =
                chart.metadata().shallow().put("IsRoot", Truth.of(root)).put("Name", chart.name());
        Dict top =
                new Dict()
                        .put("Chart", new Table(metadata))
                        .put("Files", new Native(ChartFiles.of(chart.files())))
                        .put("Release", new Table(release(release)))
                        .put("Capabilities", new Native(new Cluster()))
                        .put("Values", new Table(values))
                        .put("Subcharts", new Table(subcharts));
        for (Chart child : chart.children()) {
            String inner = path + "/charts/" + child.name();
            Dict seen = collect(child, inner, values.table(child.name()), release, false);
            subcharts.put(child.name(), new Table(seen));
        }
        for (ChartFile template : chart.templates()) {
            if (!chart.library() || isPartial(template.path())) {
                String name = path + "/" + template.path();
                scoped.add(new Scoped(name, template, top, path + "/templates"));
            }
        }
        return top;
    }

    private static Dict release(ReleaseName release) {
        return new Dict()
                .put("Name", release.name())
                .put("Namespace", release.namespace())
                .put("Service", "Helm")
                .put("Revision", new Whole(1))
                .put("IsInstall", Truth.TRUE)
                .put("IsUpgrade", Truth.FALSE);
    }

    private static boolean isPartial(String path) {
        return path.startsWith("_", path.lastIndexOf('/') + 1);
    }

    private List<Manifest> render() {
        scoped.sort(ORDER);
        Templates templates = new Templates();
        Set<String> broken = new HashSet<>();
        for (Scoped one : scoped) {
            try {
                templates.add(TemplateParser.parse(one.name(), one.file().text(), limits));
            } catch (TemplateProblem e) {
                broken.add(one.name());
                problem(one, e);
            }
        }
        List<Manifest> manifests = new ArrayList<>();
        for (Scoped one : scoped) {
            boolean notes = one.file().path().endsWith("NOTES.txt");
            if (!isPartial(one.name()) && !notes && !broken.contains(one.name())) {
                render(one, templates, manifests);
            }
        }
        manifests.sort(Comparator.comparing(Manifest::name));
        return manifests;
    }

    private void render(Scoped one, Templates templates, List<Manifest> into) {
        Dict template = new Dict().put("Name", one.name()).put("BasePath", one.base());
        one.top().put("Template", new Table(template));
        Evaluator evaluator = new Evaluator(templates, Functions.standard(), limits, budget);
        try {
            Datum data = new Table(one.top());
            Rendered rendered = evaluator.render(one.name(), data).divided();
            into.add(new Manifest(one.name(), one.file(), rendered));
        } catch (TemplateProblem e) {
            problem(one, e);
        }
        for (String unknown : evaluator.unknown()) {
            problems.add(
                    new RenderProblem(
                            one.file().address(),
                            Place.START,
                            "function " + unknown + " is not known; a marked text stands for it",
                            false));
        }
    }

    private void problem(Scoped one, TemplateProblem e) {
        Place place = Source.of(one.file().text()).placeAt(e.offset());
        problems.add(new RenderProblem(one.file().address(), place, e.what(), e.isLimit()));
    }
}
