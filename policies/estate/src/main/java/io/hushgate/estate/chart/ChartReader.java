package io.hushgate.estate.chart;

import io.hushgate.estate.fact.ChartFact.Chart;
import io.hushgate.estate.fact.ChartFact.Dependency;
import io.hushgate.estate.fact.ChartFact.Release;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads charts and releases.
 *
 * <p>Sources: helm.sh, The Chart.yaml File; helmfile.readthedocs.io, Configuration;
 * argo-cd.readthedocs.io, Application specification; fluxcd.io, HelmRelease API v2.
 */
public final class ChartReader {

    /** Reads a document if it is one of a chart or of releases; false if it is something else. */
    public boolean read(Mapping root, Collector into) {
        String file = fileName(into.file());
        if (file.equals("chart.yaml") && !root.text("name").isEmpty()) {
            chart(root, into);
        } else if (file.startsWith("helmfile") || hasCharts(root)) {
            helmfile(root, into);
        } else {
            return false;
        }
        return true;
    }

    /** Changelogs have releases too. */
    private static boolean hasCharts(Mapping root) {
        return root.mappings("releases").stream().anyMatch(one -> one.get("chart").isPresent());
    }

    /** Reads a custom resource that installs charts; others leave nothing. */
    public void resource(String kind, Mapping object, Collector into) {
        switch (kind) {
            case "Application" -> application(object, object.mapping("spec"), into);
            case "ApplicationSet" ->
                    application(object, object.at("spec", "template", "spec"), into);
            case "HelmRelease" -> flux(object, into);
            default -> {}
        }
    }

    private static void chart(Mapping root, Collector into) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Mapping one : root.mappings("dependencies")) {
            dependencies.add(
                    new Dependency(
                            one.text("name"),
                            one.text("version"),
                            Settings.of(one).address("repository"),
                            one.text("alias"),
                            one.text("condition"),
                            one.place().line(),
                            one.place().column()));
        }
        into.add(
                new Chart(
                        root.text("name"),
                        root.text("version"),
                        dependencies,
                        into.at(root.get("name").orElse(root).place())));
    }

    private static void helmfile(Mapping root, Collector into) {
        for (Mapping release : root.mappings("releases")) {
            add(
                    "helmfile",
                    release.text("name"),
                    release.text("namespace"),
                    release.text("chart"),
                    release.text("version"),
                    files(release.items("values")),
                    release.mappings("set").stream().map(set -> set.text("name")).toList(),
                    release,
                    into);
        }
    }

    private static void application(Mapping object, Mapping spec, Collector into) {
        String namespace = spec.mapping("destination").text("namespace");
        String own = object.mapping("metadata").text("name");
        List<Mapping> sources = new ArrayList<>(spec.mappings("sources"));
        if (spec.get("source").isPresent()) {
            sources.add(spec.mapping("source"));
        }
        for (Mapping source : sources) {
            Mapping helm = source.mapping("helm");
            String chart = source.text("chart");
            if (!chart.isEmpty() || !helm.entries().isEmpty()) {
                String name = helm.text("releaseName");
                add(
                        "argocd",
                        name.isEmpty() ? own : name,
                        namespace,
                        chart.isEmpty() ? source.text("path") : chart,
                        source.text("targetRevision"),
                        files(helm.items("valueFiles")),
                        helm.mappings("parameters").stream().map(set -> set.text("name")).toList(),
                        source,
                        into);
            }
        }
    }

    private static void flux(Mapping object, Collector into) {
        Mapping spec = object.mapping("spec");
        Mapping chart = spec.at("chart", "spec");
        String name = spec.text("releaseName");
        String namespace = spec.text("targetNamespace");
        Mapping metadata = object.mapping("metadata");
        add(
                "flux",
                name.isEmpty() ? metadata.text("name") : name,
                namespace.isEmpty() ? metadata.text("namespace") : namespace,
                chart.text("chart"),
                chart.text("version"),
                List.of(),
                List.of(),
                object,
                into);
    }

    private static List<String> files(List<Node> values) {
        return values.stream()
                .map(Settings::textOf)
                .filter(text -> !text.isEmpty() && !text.contains("\n"))
                .toList();
    }

    private static void add(
            String via,
            String name,
            String namespace,
            String chart,
            String version,
            List<String> values,
            List<String> sets,
            Mapping at,
            Collector into) {
        String last = chart.substring(chart.lastIndexOf('/') + 1);
        into.add(
                new Release(
                        via,
                        name,
                        namespace,
                        last,
                        version,
                        values,
                        sets,
                        Map.of(),
                        into.at(at.place(), !(name + namespace).contains("{{"))));
    }

    private static String fileName(String address) {
        return address.substring(address.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
