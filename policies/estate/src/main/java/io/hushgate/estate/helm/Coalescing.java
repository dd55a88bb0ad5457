package io.hushgate.estate.helm;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Dict;
import java.util.Map;

/**
 * Merges values as Helm 3 does. What is nearer to the user wins: given values over those of a
 * chart, those of a parent over those of its child, under the child's name, and the parent's {@code
 * global} over everybody's.
 *
 * <ul>
 *   <li>Mappings merge key by key; lists and single values replace each other whole.
 *   <li>{@code null} removes the default of its key.
 *   <li>Where one side is a mapping and the other is not, the nearer one stays.
 * </ul>
 *
 * <p>Source: helm.sh, "Values Files", "Subcharts and Global Values"; behaviour of Helm 3.16.
 */
final class Coalescing {
    private static final String GLOBAL = "global";

    private Coalescing() {}

    /** The values that a chart sees, and under their names those of its children. */
    static Dict coalesce(Chart chart, Dict given) {
        Dict values = copy(given);
        coalesceInto(chart, values);
        return values;
    }

    /** Merges the values of two files; the later one wins, and keeps its {@code null}s. */
    static Dict overlay(Dict base, Dict later) {
        Dict merged = base.shallow();
        for (Map.Entry<String, Datum> entry : later.entries()) {
            Datum there = merged.get(entry.getKey());
            merged.put(
                    entry.getKey(),
                    there instanceof Table(var left) && entry.getValue() instanceof Table(var right)
                            ? new Table(overlay(left, right))
                            : entry.getValue());
        }
        return merged;
    }

    private static void coalesceInto(Chart chart, Dict values) {
        merge(values, copy(chart.values()), false);
        for (Chart child : chart.children()) {
            Datum there = values.get(child.name());
            Dict inner = there instanceof Table(var dict) ? dict : new Dict();
            values.put(child.name(), new Table(inner));
            globals(inner, values);
            coalesceInto(child, inner);
        }
    }

    /** Hands a parent's globals to its child. */
    private static void globals(Dict child, Dict parent) {
        if (!isTableOrAbsent(child) || !isTableOrAbsent(parent)) {
            return;
        }
        Dict into = child.table(GLOBAL);
        for (Map.Entry<String, Datum> entry : parent.table(GLOBAL).entries()) {
            Datum there = into.get(entry.getKey());
            if (entry.getValue() instanceof Table(var global)) {
                Dict copy = copy(global);
                if (there instanceof Table(var own)) {
                    merge(copy, own, true);
                }
                if (there instanceof Table || !into.has(entry.getKey())) {
                    into.put(entry.getKey(), new Table(copy));
                }
            } else if (!(there instanceof Table)) {
                into.put(entry.getKey(), entry.getValue());
            }
        }
        child.put(GLOBAL, new Table(into));
    }

    private static boolean isTableOrAbsent(Dict values) {
        return !values.has(GLOBAL) || values.get(GLOBAL) instanceof Table;
    }

    /**
     * Fills in what is missing.
     *
     * @param keepsNulls whether a {@code null} stays, or goes with the default that it removes
     */
    static void merge(Dict into, Dict defaults, boolean keepsNulls) {
        for (Map.Entry<String, Datum> entry : defaults.entries()) {
            String key = entry.getKey();
            Datum there = into.get(key);
            if (!into.has(key)) {
                into.put(key, entry.getValue());
            } else if (there.isNil() && !keepsNulls) {
                into.remove(key);
            } else if (there instanceof Table(var left)
                    && entry.getValue() instanceof Table(var right)) {
                merge(left, right, keepsNulls);
            }
        }
    }

    /** A copy of all mappings, those in lists too; templates may change them. */
    static Dict copy(Dict dict) {
        Dict copy = new Dict();
        dict.entries().forEach(entry -> copy.put(entry.getKey(), copy(entry.getValue())));
        return copy;
    }

    private static Datum copy(Datum datum) {
        return switch (datum) {
            case Table(var dict) -> new Table(copy(dict));
            case Items(var items) -> new Items(items.stream().map(Coalescing::copy).toList());
            case Datum.Nil _,
                    Datum.Truth _,
                    Datum.Whole _,
                    Datum.Real _,
                    Datum.Text _,
                    Datum.Native _ ->
                    datum;
        };
    }
}
