package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.Budget;
import io.hushgate.estate.helm.template.GoPrinter;
import io.hushgate.estate.helm.template.TemplateProblem;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoString;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a dictionary as TOML: plain keys first, then tables. Source: toml.io, version 1.0.0. */
final class TomlWriter {
    private static final int MAX_DEPTH = 50;

    private TomlWriter() {}

    static String write(Datum value, Budget budget) {
        StringBuilder out = new StringBuilder();
        if (value instanceof Table(var dict)) {
            table(dict, "", out, budget, 0);
        }
        return out.toString();
    }

    private static void table(Dict dict, String path, StringBuilder out, Budget budget, int depth) {
        if (depth > MAX_DEPTH) {
            throw TemplateProblem.of("a value is nested deeper than " + MAX_DEPTH);
        }
        String indent = "  ".repeat(Math.max(0, depth - 1) + (path.isEmpty() ? 0 : 1));
        for (Map.Entry<String, Datum> entry : dict.entries()) {
            Datum value = entry.getValue();
            if (!(value instanceof Table) && !isTables(value) && !value.isNil()) {
                out.append(indent).append(key(entry.getKey())).append(" = ");
                out.append(inline(value, budget, depth)).append('\n');
                budget.text(out.length());
            }
        }
        for (Map.Entry<String, Datum> entry : dict.entries()) {
            String inner = path.isEmpty() ? key(entry.getKey()) : path + "." + key(entry.getKey());
            if (entry.getValue() instanceof Table(var nested)) {
                out.append(out.isEmpty() || depth > 0 ? "" : "\n");
                out.append("  ".repeat(depth)).append('[').append(inner).append("]\n");
                table(nested, inner, out, budget, depth + 1);
            } else if (isTables(entry.getValue()) && entry.getValue() instanceof Items(var items)) {
                for (Datum item : items) {
                    out.append("  ".repeat(depth)).append("[[").append(inner).append("]]\n");
                    if (item instanceof Table(var nested)) {
                        table(nested, inner, out, budget, depth + 1);
                    }
                }
            }
        }
    }

    private static boolean isTables(Datum value) {
        return value instanceof Items(var items)
                && !items.isEmpty()
                && items.stream().allMatch(Table.class::isInstance);
    }

    private static String inline(Datum value, Budget budget, int depth) {
        budget.step(1);
        if (value instanceof Text(var text, _)) {
            return JsonWriter.COMPACT.write(RegoString.of(text));
        }
        if (value instanceof Items(var items) && depth < MAX_DEPTH) {
            return items.stream()
                    .map(item -> inline(item, budget, depth + 1))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Datum.Real(var real) && real == Math.rint(real)) {
            return GoPrinter.print(value, budget).contains("e")
                    ? GoPrinter.print(value, budget)
                    : GoPrinter.print(value, budget) + ".0";
        }
        return GoPrinter.print(value, budget);
    }

    private static String key(String key) {
        return key.matches("[A-Za-z0-9_-]+") ? key : JsonWriter.COMPACT.write(RegoString.of(key));
    }
}
