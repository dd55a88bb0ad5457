package io.hushgate.estate.helm;

import io.hushgate.estate.helm.datum.Dict;
import java.util.List;

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

    Chart with(List<Chart> others) {
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

        /** The name that values address it by. */
        public String calledAs() {
            return alias.isEmpty() ? name : alias;
        }
    }

    /** A table of a child's values that goes into its parent's; {@code .} is the root. */
    public record Import(String child, String parent) {}
}
