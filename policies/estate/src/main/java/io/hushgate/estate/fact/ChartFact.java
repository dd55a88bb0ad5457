package io.hushgate.estate.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Helm charts, their releases and what they are told. */
public sealed interface ChartFact extends Fact {

    /** A {@code Chart.yaml}. */
    record Chart(String name, String version, List<Dependency> dependencies, Provenance at)
            implements ChartFact {
        public Chart {
            dependencies = List.copyOf(dependencies);
        }
    }

    /**
     * A chart that a chart needs.
     *
     * @param condition the value that switches it on; empty if none
     */
    record Dependency(
            String name,
            String version,
            String repository,
            String alias,
            String condition,
            int line,
            int column) {}

    /**
     * A chart that is installed under a name.
     *
     * @param via {@code helm}, {@code helmfile}, {@code argocd} or {@code flux}
     * @param chart its name, without repository and directory
     * @param values files of values, the last one wins
     * @param sets keys that are set on the command line or in the manifest
     * @param switches those of them that are set to {@code true} or {@code false}, which decide
     *     what of the chart is installed
     */
    record Release(
            String via,
            String name,
            String namespace,
            String chart,
            String version,
            List<String> values,
            List<String> sets,
            Map<String, Boolean> switches,
            Provenance at)
            implements ChartFact {
        public Release {
            values = List.copyOf(values);
            sets = List.copyOf(sets);
            switches = Map.copyOf(new TreeMap<>(switches));
        }
    }

    /**
     * A plain chart value that policies ask for: a switch, a method, the name of a thing.
     *
     * @param use {@code default}, {@code override} or {@code example}
     * @param key dotted
     * @param value as written; only words and numbers that cannot be credentials
     */
    record ChartSetting(String use, String key, String value, Provenance at) implements ChartFact {}

    /**
     * What a chart's template does with a secret.
     *
     * @param kind {@code pair} (a raw value with the name of a Secret that replaces it), {@code
     *     generated} (a value made anew with each rendering), {@code sink} (a value that lands in
     *     something else than a Secret)
     * @param value dotted key of the value; the function that makes it for {@code generated}
     * @param other the reference of a {@code pair}, the kind of object of a {@code sink}
     */
    record TemplateUse(String kind, String value, String other, Provenance at)
            implements ChartFact {}

    /**
     * A database that the Harness secrets loader gets credentials for.
     *
     * @param loader key of the loader's block
     * @param enabled the loader's own switch
     * @param installed whether the values install the database beside, {@code
     *     global.database.NAME.installed}
     */
    record LoaderDatabase(
            String loader,
            String name,
            Optional<Boolean> enabled,
            String engine,
            String path,
            Optional<Boolean> dynamic,
            String role,
            Optional<Boolean> installed,
            Map<String, Integer> lines,
            Provenance at)
            implements ChartFact {
        public LoaderDatabase {
            lines = Map.copyOf(lines);
        }
    }
}
