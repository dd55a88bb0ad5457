package io.hushgate.baseline;

import io.hushgate.core.FindingState;
import io.hushgate.core.Suppression;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a baseline: a line that says what the file is, then a JSON object a line. */
final class BaselineWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private BaselineWriter() {}

    static String write(Optional<String> key, List<Acceptance> acceptances) {
        StringBuilder lines = new StringBuilder();
        lines.append(
                line(json -> {
                    json.writeStringProperty("hushgate", BaselineReader.KIND);
                    json.writeNumberProperty("version", BaselineReader.VERSION);
                    key.ifPresent(id -> json.writeStringProperty("key", id));
                }));
        for (Acceptance acceptance : acceptances) {
            lines.append(line(json -> fields(json, acceptance)));
        }
        return lines.toString();
    }

    private static void fields(JsonGenerator json, Acceptance acceptance) {
        Suppression suppression = acceptance.suppression();
        json.writeStringProperty("check", acceptance.check());
        json.writeStringProperty("fingerprint", acceptance.fingerprint().hex());
        if (acceptance.historic()) {
            json.writeStringProperty("state", FindingState.HISTORY_ONLY.label());
        }
        json.writeStringProperty("path", acceptance.path());
        json.writeStringProperty("owner", suppression.owner());
        json.writeStringProperty("reason", suppression.reason());
        suppression.ticket().ifPresent(ticket -> json.writeStringProperty("ticket", ticket));
        suppression.expires().ifPresent(day -> json.writeStringProperty("until", day.toString()));
    }

    private static String line(Consumer<JsonGenerator> fields) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        return out + "\n";
    }
}
