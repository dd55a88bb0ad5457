package io.hushgate.report;

import io.hushgate.core.Blast;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * Members that findings have in JSON wherever they are written: in {@link JsonReport}, and where
 * the store keeps them. The two differ in how they write places and what is absent.
 */
public final class FindingMembers {
    private FindingMembers() {}

    /** What is found, under which rule and how sure. */
    public static void identity(JsonGenerator json, Finding finding) {
        json.writeStringProperty("rule", finding.rule().text());
        json.writeStringProperty("title", finding.title());
        json.writeStringProperty("severity", finding.severity().label());
        json.writeStringProperty("confidence", finding.confidence().label());
        json.writeStringProperty("grade", finding.grade().label());
        json.writeStringProperty("redacted", finding.redacted());
        json.writeStringProperty("fingerprint", finding.fingerprint().hex());
    }

    /**
     * An object that tells what a credential opens.
     *
     * @param place writes a place
     */
    public static void blast(
            JsonGenerator json, Blast blast, BiConsumer<JsonGenerator, Location> place) {
        json.writeStartObject();
        json.writeStringProperty("holder", blast.holder());
        json.writeNumberProperty("paths", blast.paths());
        json.writeNumberProperty("secrets", blast.secrets());
        json.writeNumberProperty("files", blast.files());
        json.writeNumberProperty("accounts", blast.accounts());
        json.writeNumberProperty("systems", blast.systems());
        json.writeBooleanProperty("everything", blast.everything());
        json.writeStringProperty("raisedFrom", blast.raisedFrom().label());
        json.writeArrayPropertyStart("reached");
        for (Blast.Reached reached : blast.reached()) {
            json.writeStartObject();
            json.writeStringProperty("target", reached.target());
            json.writeStringProperty("way", reached.way());
            json.writeArrayPropertyStart("evidence");
            reached.evidence().forEach(at -> place.accept(json, at));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "revocation", blast.revocation());
        json.writeEndObject();
    }

    /** An array of strings under a name. */
    public static void texts(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
