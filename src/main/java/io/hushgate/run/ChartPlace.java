package io.hushgate.run;

import io.hushgate.estate.fact.ChartFact.Release;
import io.hushgate.estate.helm.Chart;
import io.hushgate.estate.helm.ChartFile;
import io.hushgate.estate.helm.ChartLimits;
import io.hushgate.estate.helm.ChartLoader;
import io.hushgate.estate.helm.ReleaseName;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A chart that a run came by, and the values that it is installed with.
 *
 * @param root of the target, on disk, absolute
 * @param shownAs what the target's addresses begin with, empty or with {@code /} at its end
 * @param path of the chart's directory or package within the target; empty for the target itself
 * @param releases of charts of that name
 * @param siblings directories of all charts of the target, to find in what the chart needs
 */
record ChartPlace(
        Path root,
        String shownAs,
        String path,
        Form form,
        List<Release> releases,
        List<String> siblings) {
    /** How a chart lies there. */
    enum Form {
        DIRECTORY,
        PACKAGE,
        /** A package as a layer of an OCI artifact, called by its digest. */
        LAYER
    }

    /** Each further set of values costs a rendering; nobody has so many that differ. */
    private static final int MAX_SETS = 8;

    /** Charts that need charts that need charts. */
    private static final int MAX_NEEDED = 3;

    /** Files of values beside those that are the chart's defaults. */
    private static final Pattern OVERRIDES =
            Pattern.compile("(?:values[-_.][^/]+|[^/]*[-_.]values|override[^/]*)\\.ya?ml");

    /** Keys of {@code --set} without lists and escapes. */
    private static final Pattern PLAIN_KEY = Pattern.compile("[\\w-]+(?:\\.[\\w-]+){0,15}");

    ChartPlace {
        releases = List.copyOf(releases);
        siblings = List.copyOf(siblings);
    }

    /** One way to install the chart. */
    record Values(ReleaseName release, List<ChartFile> files) {
        Values {
            files = List.copyOf(files);
        }
    }

    /** The address of the file that makes it a chart, or of the package. */
    String chartFile() {
        return switch (form) {
            case DIRECTORY -> shownAs + (path.isEmpty() ? "" : path + "/") + "Chart.yaml";
            case PACKAGE -> shownAs + path;
            case LAYER -> "sha256:" + path.substring(path.lastIndexOf('/') + 1);
        };
    }

    Optional<Chart> load(ChartLoader loader) {
        if (form == Form.DIRECTORY) {
            return directory(path, loader);
        }
        return file(root.resolve(path))
                .flatMap(file -> loader.loadPacked(chartFile(), file.content()));
    }

    private Optional<Chart> directory(String at, ChartLoader loader) {
        String address = (shownAs + at).replaceFirst("/$", "");
        return loader.load(ChartFolder.read(root.resolve(at), address, ChartLimits.DEFAULT));
    }

    /** The chart with what it needs and does not hold itself, as far as the target holds it. */
    Chart withSiblings(Chart chart, ChartLoader loader) {
        return withSiblings(chart, loader, MAX_NEEDED);
    }

    private Chart withSiblings(Chart chart, ChartLoader loader, int depth) {
        List<Chart> children = new ArrayList<>(chart.children());
        for (String name : depth == 0 ? List.<String>of() : chart.missing()) {
            siblings.stream()
                    .filter(sibling -> ("/" + sibling).endsWith("/" + name))
                    .filter(sibling -> !sibling.equals(path))
                    .findFirst()
                    .flatMap(sibling -> directory(sibling, loader))
                    .filter(chart::needs)
                    .ifPresent(found -> children.add(withSiblings(found, loader, depth - 1)));
        }
        return chart.with(children);
    }

    /** The chart's own values alone, then what releases and files beside it say. */
    List<Values> values() {
        Set<List<String>> known = new LinkedHashSet<>();
        List<Values> sets = new ArrayList<>();
        String own = shownAs + (path.isEmpty() ? "" : path + "/") + "values.yaml";
        sets.add(new Values(unnamed(), List.of()));
        for (Release release : releases) {
            List<ChartFile> files = new ArrayList<>();
            for (String written : release.values()) {
                find(written, release.at().file())
                        .filter(file -> !file.address().equals(own))
                        .ifPresent(files::add);
            }
            release.switches().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .filter(one -> PLAIN_KEY.matcher(one.getKey()).matches())
                    .forEach(one -> files.add(switched(release, one.getKey(), one.getValue())));
            List<String> names = files.stream().map(file -> file.address() + file.text()).toList();
            if (sets.size() < MAX_SETS && !files.isEmpty() && known.add(names)) {
                sets.add(new Values(name(release), files));
            }
        }
        for (ChartFile beside : form == Form.DIRECTORY ? beside() : List.<ChartFile>of()) {
            if (sets.size() < MAX_SETS && known.add(List.of(beside.address() + beside.text()))) {
                sets.add(new Values(unnamed(), List.of(beside)));
            }
        }
        return sets;
    }

    /** What a command line switches on or off, as a file of values with nothing else in it. */
    private static ChartFile switched(Release release, String key, boolean on) {
        List<String> steps = List.of(key.split("\\.", -1));
        String values =
                steps.stream().map("{\"%s\": "::formatted).collect(Collectors.joining())
                        + on
                        + "}".repeat(steps.size());
        return new ChartFile(
                "switches.yaml", release.at().file(), values.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a chart is installed as if nothing says it. Charts that nobody installs together share
     * no namespace, and so no account named {@code default}.
     */
    private ReleaseName unnamed() {
        String chart = path.substring(path.lastIndexOf('/') + 1);
        return literal(chart)
                .filter(_ -> form == Form.DIRECTORY)
                .map(name -> new ReleaseName(ReleaseName.DEFAULT.name(), name))
                .orElse(ReleaseName.DEFAULT);
    }

    private ReleaseName name(Release release) {
        return new ReleaseName(
                literal(release.name()).orElse(ReleaseName.DEFAULT.name()),
                literal(release.namespace()).orElse(unnamed().namespace()));
    }

    private static Optional<String> literal(String name) {
        return name.matches("[a-z0-9][a-z0-9.-]{0,252}") ? Optional.of(name) : Optional.empty();
    }

    /** A file that a release names: from its own file, from the target's root, from the chart. */
    private Optional<ChartFile> find(String written, String writtenIn) {
        String inTarget =
                writtenIn.startsWith(shownAs) ? writtenIn.substring(shownAs.length()) : "";
        int slash = inTarget.lastIndexOf('/');
        for (String from : List.of(inTarget.substring(0, slash + 1), "", path + "/")) {
            try {
                Optional<ChartFile> found = file(root.resolve(from).resolve(written).normalize());
                if (found.isPresent()) {
                    return found;
                }
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<ChartFile> beside() {
        String[] names = root.resolve(path).toFile().list();
        if (names == null) {
            return List.of();
        }
        return Arrays.stream(names)
                .filter(name -> OVERRIDES.matcher(name).matches())
                .sorted()
                .flatMap(name -> file(root.resolve(path).resolve(name)).stream())
                .toList();
    }

    private Optional<ChartFile> file(Path file) {
        return new TargetFiles(root, shownAs).file(file);
    }
}
