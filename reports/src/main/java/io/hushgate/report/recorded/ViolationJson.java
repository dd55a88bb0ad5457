package io.hushgate.report.recorded;

import io.hushgate.core.Confidence;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.report.FindingMembers;
import tools.jackson.core.JsonGenerator;

/** Violations as the store keeps them. */
final class ViolationJson {
    private ViolationJson() {}

    static void write(JsonGenerator json, Violation violation) {
        json.writeStartObject();
        json.writeStringProperty("id", violation.id());
        json.writeStringProperty("title", violation.title());
        json.writeStringProperty("severity", violation.severity().label());
        json.writeStringProperty("confidence", violation.confidence().label());
        json.writeStringProperty("message", violation.message());
        json.writeName("location");
        PlaceJson.write(json, violation.location());
        json.writeArrayPropertyStart("related");
        for (Violation.RelatedLocation related : violation.related()) {
            json.writeStartObject();
            json.writeStringProperty("message", related.message());
            json.writeName("location");
            PlaceJson.write(json, related.location());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("remedy", violation.remedy());
        FindingMembers.texts(json, "references", violation.references());
        SuppressionJson.write(json, violation.suppression());
        json.writeEndObject();
    }

    static Violation read(Json json) {
        return new Violation(
                json.text("id"),
                json.text("title"),
                Severity.of(json.text("severity")).orElseThrow(),
                Confidence.of(json.text("confidence")).orElseThrow(),
                json.text("message"),
                PlaceJson.read(json.get("location")),
                json.list("related").stream()
                        .map(related ->
                                new Violation.RelatedLocation(
                                        PlaceJson.read(related.get("location")),
                                        related.text("message")))
                        .toList(),
                json.text("remedy"),
                json.texts("references"),
                SuppressionJson.read(json));
    }
}
