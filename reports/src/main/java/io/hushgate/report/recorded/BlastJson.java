package io.hushgate.report.recorded;

import io.hushgate.core.Blast;
import io.hushgate.core.Severity;
import tools.jackson.core.JsonGenerator;

/** What credentials open, as the store keeps it. */
final class BlastJson {
    private BlastJson() {}

    static void write(JsonGenerator json, Blast blast) {
        json.writeObjectPropertyStart("blast");
        json.writeStringProperty("holder", blast.holder());
        json.writeNumberProperty("paths", blast.paths());
        json.writeNumberProperty("secrets", blast.secrets());
        json.writeBooleanProperty("everything", blast.everything());
        json.writeStringProperty("raisedFrom", blast.raisedFrom().label());
        json.writeArrayPropertyStart("reached");
        for (Blast.Reached reached : blast.reached()) {
            json.writeStartObject();
            json.writeStringProperty("target", reached.target());
            json.writeStringProperty("way", reached.way());
            json.writeArrayPropertyStart("evidence");
            reached.evidence().forEach(place -> PlaceJson.write(json, place));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        CompactJson.texts(json, "revocation", blast.revocation());
        json.writeEndObject();
    }

    static Blast read(Json json) {
        return new Blast(
                json.text("holder"),
                (int) json.number("paths"),
                (int) json.number("secrets"),
                json.flag("everything"),
                Severity.of(json.text("raisedFrom")).orElseThrow(),
                json.list("reached").stream().map(BlastJson::reached).toList(),
                json.texts("revocation"));
    }

    private static Blast.Reached reached(Json json) {
        return new Blast.Reached(
                json.text("target"),
                json.text("way"),
                json.list("evidence").stream().map(PlaceJson::read).toList());
    }
}
