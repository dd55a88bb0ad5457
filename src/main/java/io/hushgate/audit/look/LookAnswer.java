package io.hushgate.audit.look;

import io.hushgate.report.recorded.CompactJson;
import io.hushgate.report.recorded.Json;
import io.hushgate.report.store.Outcome;
import java.util.List;

/**
 * What the process that looked tells: a line with its outcome, then a line for each item.
 *
 * @param detail why it was not looked at; empty when it was
 * @param summary the report without its items; empty when it was not looked at
 * @param items one line each
 */
public record LookAnswer(Outcome outcome, String detail, String summary, List<String> items) {
    public LookAnswer {
        items = List.copyOf(items);
    }

    /** A look that came to nothing. */
    public static LookAnswer failed(Outcome outcome, String detail) {
        String line = detail.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return new LookAnswer(outcome, line, "", List.of());
    }

    /** The first line; as many lines as {@link #count} says follow. */
    public String head() {
        return CompactJson.object(json -> {
            json.writeStringProperty("outcome", outcome.label());
            json.writeStringProperty("detail", detail);
            json.writeStringProperty("summary", summary);
            json.writeNumberProperty("items", items.size());
        });
    }

    /** How many lines follow a first line. */
    public static int count(String head) {
        return (int) Json.parse(head).number("items");
    }

    /** Reads an answer. */
    public static LookAnswer read(String head, List<String> items) {
        Json json = Json.parse(head);
        return new LookAnswer(
                Outcome.of(json.text("outcome")), json.text("detail"), json.text("summary"), items);
    }
}
