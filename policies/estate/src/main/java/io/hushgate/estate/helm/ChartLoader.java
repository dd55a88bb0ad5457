package io.hushgate.estate.helm;

import io.hushgate.estate.helm.Chart.Import;
import io.hushgate.estate.helm.Chart.Requirement;
import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes charts of files: the chart itself, and those under {@code charts/}, packed or not, at any
 * depth. Source: helm.sh, "Charts".
 */
public final class ChartLoader {
    private static final List<String> TEXT_FIELDS =
            List.of(
                    "name",
                    "version",
                    "appVersion",
                    "description",
                    "home",
                    "icon",
                    "apiVersion",
                    "kubeVersion",
                    "type",
                    "condition",
                    "tags");

    private final ChartLimits limits;
    private final ValuesReader values;

    /**
     * A loader.
     *
     * @param problems takes what cannot be loaded
     */
    public ChartLoader(ChartLimits limits, Limits texts, List<RenderProblem> problems) {
        this.limits = limits;
        this.values = new ValuesReader(texts, problems);
    }

    /** The chart that the files of a directory are; empty without a usable {@code Chart.yaml}. */
    public Optional<Chart> load(List<ChartFile> files) {
        return load(files, 0);
    }

    /** The chart in a package. */
    public Optional<Chart> loadPacked(String address, byte[] packed) {
        return load(PackedChart.files(address, packed, limits), 0);
    }

    /** Values with those of a file that wins over them, as a further {@code -f} does. */
    public Dict overlaid(Dict earlier, ChartFile file) {
        return Coalescing.overlay(earlier, values.read(file));
    }

    private Optional<Chart> load(List<ChartFile> all, int depth) {
        Map<String, ChartFile> byPath = new TreeMap<>();
        all.forEach(file -> byPath.put(file.path(), file));
        ChartFile chartYaml = byPath.get("Chart.yaml");
        if (chartYaml == null || depth > limits.maxDepth()) {
            return Optional.empty();
        }
        Optional<Mapping> metadata = values.document(chartYaml).flatMap(Node::asMapping);
        if (metadata.isEmpty() || metadata.get().text("name").isEmpty()) {
            return Optional.empty();
        }
        ChartFile ignored = byPath.get(".helmignore");
        HelmIgnore ignore = HelmIgnore.of(ignored == null ? "" : ignored.text());
        List<ChartFile> templates = new ArrayList<>();
        List<ChartFile> files = new ArrayList<>();
        Map<String, List<ChartFile>> children = new TreeMap<>();
        for (ChartFile file : byPath.values()) {
            String path = file.path();
            if (path.equals("Chart.yaml") || path.equals("values.yaml") || ignore.ignores(path)) {
                continue;
            }
            if (path.startsWith("templates/")) {
                templates.add(file);
            } else if (path.startsWith("charts/")) {
                String inner = path.substring("charts/".length());
                String child = inner.substring(0, end(inner));
                children.computeIfAbsent(child, _ -> new ArrayList<>())
                        .add(new ChartFile(after(inner), file.address(), file.content()));
            } else if (!path.equals("Chart.lock") && !path.equals("values.schema.json")) {
                files.add(file);
            }
        }
        ChartFile defaults = byPath.get("values.yaml");
        Mapping root = metadata.get();
        return Optional.of(
                new Chart(
                        root.text("name"),
                        root.text("version"),
                        metadata(root),
                        root.text("type").equals("library"),
                        requirements(root, byPath.get("requirements.yaml")),
                        defaults == null ? new Dict() : values.read(defaults),
                        templates,
                        files,
                        children(children, depth)));
    }

    private static int end(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path.length() : slash;
    }

    private static String after(String path) {
        return path.substring(Math.min(path.length(), end(path) + 1));
    }

    private List<Chart> children(Map<String, List<ChartFile>> byName, int depth) {
        List<Chart> children = new ArrayList<>();
        byName.forEach((name, files) -> {
            if (name.startsWith("_") || name.startsWith(".")) {
                return;
            }
            ChartFile first = files.getFirst();
            if (first.path().isEmpty() && name.endsWith(".tgz")) {
                List<ChartFile> unpacked =
                        PackedChart.files(first.address(), first.content(), limits);
                load(unpacked, depth + 1).ifPresent(children::add);
            } else if (!first.path().isEmpty()) {
                load(files, depth + 1).ifPresent(children::add);
            }
        });
        return children;
    }

    /** The metadata under the names of Helm's structure; what is missing is empty, not nil. */
    private static Dict metadata(Mapping root) {
        Dict metadata = new Dict();
        for (String field : TEXT_FIELDS) {
            String name =
                    field.equals("apiVersion")
                            ? "APIVersion"
                            : Character.toUpperCase(field.charAt(0)) + field.substring(1);
            metadata.put(name, root.scalar(field).map(ChartLoader::asText).orElse(""));
        }
        metadata.put(
                "Deprecated", Datum.Truth.of(Settings.of(root).flag("deprecated").orElse(false)));
        metadata.put("Keywords", texts(root, "keywords"));
        metadata.put("Sources", texts(root, "sources"));
        Dict annotations = new Dict();
        root.mapping("annotations")
                .entries()
                .forEach(entry ->
                        annotations.put(entry.key().text(), Settings.textOf(entry.value())));
        metadata.put("Annotations", new Table(annotations));
        List<Datum> maintainers = new ArrayList<>();
        for (Mapping maintainer : root.mappings("maintainers")) {
            maintainers.add(
                    new Table(
                            new Dict()
                                    .put("Name", maintainer.text("name"))
                                    .put("Email", maintainer.text("email"))
                                    .put("URL", maintainer.text("url"))));
        }
        metadata.put("Maintainers", new Items(maintainers));
        List<Datum> dependencies = new ArrayList<>();
        for (Mapping one : root.mappings("dependencies")) {
            dependencies.add(
                    new Table(
                            new Dict()
                                    .put("Name", one.text("name"))
                                    .put("Version", one.text("version"))
                                    .put("Repository", one.text("repository"))
                                    .put("Condition", one.text("condition"))
                                    .put("Alias", one.text("alias"))));
        }
        return metadata.put("Dependencies", new Items(dependencies));
    }

    /** A number where a text is meant loses what numbers lose: {@code 1.10} is {@code 1.1}. */
    private static String asText(Scalar scalar) {
        if (scalar.form() != Node.Form.NUMBER || !scalar.text().contains(".")) {
            return scalar.text();
        }
        return scalar.text().contains("e")
                ? scalar.text()
                : scalar.text().replaceFirst("\\.?0+$", "");
    }

    private static Items texts(Mapping root, String key) {
        return new Items(root.texts(key).stream().<Datum>map(Datum::text).toList());
    }

    /** Of {@code Chart.yaml}, or of the file that charts before Helm 3 have beside it. */
    private List<Requirement> requirements(Mapping root, @Nullable ChartFile old) {
        List<Mapping> written = new ArrayList<>(root.mappings("dependencies"));
        if (old != null) {
            values.document(old)
                    .flatMap(Node::asMapping)
                    .ifPresent(other -> written.addAll(other.mappings("dependencies")));
        }
        List<Requirement> requirements = new ArrayList<>();
        for (Mapping one : written) {
            List<Import> imports = new ArrayList<>();
            for (Node item : one.items("import-values")) {
                if (item instanceof Mapping pair) {
                    imports.add(new Import(pair.text("child"), pair.text("parent")));
                } else if (item instanceof Scalar scalar) {
                    imports.add(new Import("exports." + scalar.text(), "."));
                }
            }
            requirements.add(
                    new Requirement(
                            one.text("name"),
                            one.text("alias"),
                            one.text("version"),
                            Settings.of(one).list("condition"),
                            one.texts("tags"),
                            imports));
        }
        return requirements;
    }
}
