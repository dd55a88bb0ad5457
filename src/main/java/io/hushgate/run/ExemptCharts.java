package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Violation;
import io.hushgate.estate.fact.ChartFact.Chart;
import io.hushgate.estate.fact.Fact;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Charts that the configuration exempts, by their names: what is written below their directories is
 * not complained about, and the coverage says so.
 */
final class ExemptCharts {
    private final Map<String, String> directories = new TreeMap<>();

    ExemptCharts(List<String> globs, Collection<Fact> facts) {
        for (Fact fact : facts) {
            if (!globs.isEmpty() && fact instanceof Chart chart && matches(globs, chart.name())) {
                String file = chart.at().file();
                directories.put(file.substring(0, file.lastIndexOf('/') + 1), chart.name());
            }
        }
    }

    private static boolean matches(List<String> globs, String name) {
        return globs.stream()
                .anyMatch(glob ->
                        FileSystems.getDefault()
                                .getPathMatcher("glob:" + glob)
                                .matches(Path.of(name)));
    }

    /** What is left of a judgement; what is not is noted. */
    Policies.Judgement spared(Policies.Judgement judgement, Notes notes) {
        if (directories.isEmpty()) {
            return judgement;
        }
        directories.forEach((directory, name) ->
                notes.exempts(
                        new Address.File(directory),
                        "limits.exempt_charts exempts the chart %s from checks".formatted(name)));
        List<Violation> left =
                judgement.violations().stream().filter(violation -> !covers(violation)).toList();
        return new Policies.Judgement(left, judgement.checks());
    }

    private boolean covers(Violation violation) {
        String file = violation.location().address().text();
        return directories.keySet().stream().anyMatch(file::startsWith);
    }
}
