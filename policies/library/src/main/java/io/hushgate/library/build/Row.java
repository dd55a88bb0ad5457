package io.hushgate.library.build;

import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One statement of the documents that the library answers to, with what decides it.
 *
 * @param id the statement: {@code S3.15} of the seeds, or a dotted name of the policy reference
 * @param decidedBy {@code F} one file, {@code R} a rendered chart or overlay, {@code X} several
 *     artifacts, {@code H} the history, {@code L} live or exported data; empty for advice
 * @param checks ids of the library that decide it
 * @param rules ids of credential rules that decide it
 * @param open ids that are named and not in the library, with the reason
 * @param note which export it needs, or why nothing decides it
 */
public record Row(
        String id,
        String title,
        String severity,
        List<String> decidedBy,
        List<String> checks,
        List<String> rules,
        Map<String, String> open,
        String note) {
    public Row {
        decidedBy = List.copyOf(decidedBy);
        checks = List.copyOf(checks);
        rules = List.copyOf(rules);
        open = Map.copyOf(open);
    }

    /** Reads the table from JSON: {@code {"rows": [...]}}. */
    public static List<Row> read(String json) {
        List<Row> rows = new ArrayList<>();
        if (JsonReader.standard().read(json) instanceof RegoObject root
                && root.get("rows") instanceof RegoArray items) {
            items.forEach(item -> rows.add(of((RegoObject) item)));
        }
        return rows;
    }

    private static Row of(RegoObject row) {
        Map<String, String> open = new TreeMap<>();
        if (row.get("open") instanceof RegoObject reasons) {
            reasons.forEach((id, why) -> open.put(text(id), text(why)));
        }
        return new Row(
                text(row, "row"),
                text(row, "title"),
                text(row, "severity"),
                texts(row, "decided_by"),
                texts(row, "checks"),
                texts(row, "rules"),
                open,
                text(row, "note"));
    }

    private static String text(RegoObject row, String key) {
        return row.get(key) instanceof RegoString text ? text.value() : "";
    }

    private static String text(Value value) {
        return value instanceof RegoString text ? text.value() : "";
    }

    private static List<String> texts(RegoObject row, String key) {
        List<String> texts = new ArrayList<>();
        if (row.get(key) instanceof RegoArray items) {
            items.forEach(item -> texts.add(text(item)));
        }
        return texts;
    }
}
