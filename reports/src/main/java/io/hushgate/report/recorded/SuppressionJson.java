package io.hushgate.report.recorded;

import io.hushgate.core.Suppression;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Acceptances as the store keeps them. */
final class SuppressionJson {
    private static final String NAME = "suppressed";

    private SuppressionJson() {}

    static void write(JsonGenerator json, Optional<Suppression> suppression) {
        suppression.ifPresent(given -> {
            json.writeObjectPropertyStart(NAME);
            json.writeStringProperty("reason", given.reason());
            json.writeStringProperty("owner", given.owner());
            CompactJson.optional(json, "ticket", given.ticket());
            CompactJson.optional(json, "expires", given.expires().map(LocalDate::toString));
            json.writeEndObject();
        });
    }

    static Optional<Suppression> read(Json json) {
        return json.member(NAME)
                .map(given ->
                        new Suppression(
                                given.text("reason"),
                                given.text("owner"),
                                given.member("ticket").map(Json::text),
                                given.member("expires").map(Json::text).map(LocalDate::parse)));
    }
}
