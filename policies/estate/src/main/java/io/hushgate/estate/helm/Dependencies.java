package io.hushgate.estate.helm;

import io.hushgate.estate.helm.Chart.Import;
import io.hushgate.estate.helm.Chart.Requirement;
import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Dict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which subcharts a chart is installed with, by conditions and tags, under which names, and what
 * they hand up. Source: helm.sh, "Chart Dependencies".
 */
final class Dependencies {
    private Dependencies() {}

    /** The chart with the subcharts that these values leave switched on. */
    static Chart resolve(Chart chart, Dict given) {
        return importing(enabled(chart, given, ""));
    }

    private static Chart enabled(Chart chart, Dict given, String path) {
        if (chart.requirements().isEmpty()) {
            return chart;
        }
        List<Chart> named = new ArrayList<>();
        for (Chart child : chart.children()) {
            if (chart.requirements().stream().noneMatch(one -> one.isMetBy(child))) {
                named.add(child);
            }
        }
        for (Requirement requirement : chart.requirements()) {
            chart.children().stream()
                    .filter(requirement::isMetBy)
                    .findFirst()
                    .ifPresent(child -> named.add(child.named(requirement.calledAs())));
        }
        Dict values = Coalescing.coalesce(chart.with(named), given);
        Set<String> off = new HashSet<>();
        for (Requirement requirement : chart.requirements()) {
            if (!isOn(requirement, values, path)) {
                off.add(requirement.calledAs());
            }
        }
        List<Chart> kept = new ArrayList<>();
        for (Chart child : named) {
            if (!off.contains(child.name())) {
                kept.add(enabled(child, values, path + child.name() + "."));
            }
        }
        return chart.with(kept);
    }

    private static boolean isOn(Requirement requirement, Dict values, String path) {
        for (String condition : requirement.conditions()) {
            if (find(values, path + condition) instanceof Truth(var on)) {
                return on;
            }
        }
        boolean no = false;
        for (String tag : requirement.tags()) {
            if (values.table("tags").get(tag) instanceof Truth(var on)) {
                if (on) {
                    return true;
                }
                no = true;
            }
        }
        return !no;
    }

    private static Datum find(Dict values, String path) {
        Datum at = new Table(values);
        for (String key : path.split("\\.", -1)) {
            if (!(at instanceof Table(var dict))) {
                return Datum.nil();
            }
            at = dict.get(key);
        }
        return at;
    }

    /** Children first, so that what a grandchild hands up arrives. */
    private static Chart importing(Chart chart) {
        Chart inner = chart.with(chart.children().stream().map(Dependencies::importing).toList());
        if (inner.requirements().stream().allMatch(one -> one.imports().isEmpty())) {
            return inner;
        }
        Dict values = Coalescing.coalesce(inner, new Dict());
        Dict imported = new Dict();
        for (Requirement requirement : inner.requirements()) {
            for (Import one : requirement.imports()) {
                if (find(values, requirement.calledAs() + "." + one.child())
                        instanceof Table(var table)) {
                    Coalescing.merge(imported, under(one.parent(), Coalescing.copy(table)), false);
                }
            }
        }
        Dict own = Coalescing.copy(values);
        Coalescing.merge(own, imported, false);
        return inner.withValues(own);
    }

    private static Dict under(String path, Dict table) {
        if (path.equals(".") || path.isEmpty()) {
            return table;
        }
        int dot = path.lastIndexOf('.');
        Dict outer = new Dict().put(path.substring(dot + 1), new Table(table));
        return dot < 0 ? outer : under(path.substring(0, dot), outer);
    }
}
