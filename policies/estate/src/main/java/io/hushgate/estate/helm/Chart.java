package io.hushgate.estate.helm;

import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.function.Version;
import io.hushgate.estate.helm.function.VersionRange;
import java.util.List;
import java.util.Optional;

/**
 * A chart as it was loaded.
 *
 * @param name by which its parent's values address it: its alias, or its own name
 * @param metadata of {@code Chart.yaml}, under the names that templates use
 * @param library whether it only lends its templates
 * @param values defaults; copied before they are merged
 * @param templates everything under {@code templates/}
 * @param files everything else that {@code .Files} gives
 */
public record Chart(
        String name,
        String version,
        Dict metadata,
        boolean library,
        List<Requirement> requirements,
        Dict values,
        List<ChartFile> templates,
        List<ChartFile> files,
        List<Chart> children) {
    public Chart {
        requirements = List.copyOf(requirements);
        templates = List.copyOf(templates);
        files = List.copyOf(files);
        children = List.copyOf(children);
    }

    Chart named(String other) {
        return new Chart(
                other,
                version,
                metadata,
                library,
                requirements,
                values,
                templates,
                files,
                children);
    }

    /** The names of charts that it needs and does not have, whether they are switched on or not. */
    public List<String> missing() {
        return requirements.stream()
                .filter(one -> children.stream().noneMatch(one::isMetBy))
                .map(Requirement::name)
                .distinct()
                .toList();
    }

    /** Tells whether a chart is one that this one needs. */
    public boolean needs(Chart other) {
        return requirements.stream().anyMatch(one -> one.isMetBy(other));
    }

    /** The same chart with other children. */
    public Chart with(List<Chart> others) {
        return new Chart(
                name, version, metadata, library, requirements, values, templates, files, others);
    }

    Chart withValues(Dict others) {
        return new Chart(
                name, version, metadata, library, requirements, others, templates, files, children);
    }

    /**
     * What {@code Chart.yaml} says of a chart that this one needs.
     *
     * @param range of versions that do
     * @param conditions dotted keys of switches; the first that is there decides
     * @param imports what it hands to its parent's values
     */
    public record Requirement(
            String name,
            String alias,
            String range,
            List<String> conditions,
            List<String> tags,
            List<Import> imports) {
        public Requirement {
            conditions = List.copyOf(conditions);
            tags = List.copyOf(tags);
            imports = List.copyOf(imports);
        }

        /** Tells whether a chart has the name and one of the versions. */
        boolean isMetBy(Chart chart) {
            Optional<Version> version = Version.parse(chart.version());
            Optional<VersionRange> versions = VersionRange.parse(range);
            return chart.name().equals(name)
                    && version.isPresent()
                    && versions.isPresent()
                    && versions.get().contains(version.get());
        }

        /** The name that values address it by. */
        public String calledAs() {
            return alias.isEmpty() ? name : alias;
        }
    }

    /** A table of a child's values that goes into its parent's; {@code .} is the root. */
    public record Import(String child, String parent) {}
}
