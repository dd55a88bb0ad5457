package io.hushgate.report.recorded;

import io.hushgate.core.Blast;
import io.hushgate.core.Severity;
import io.hushgate.report.FindingMembers;
import tools.jackson.core.JsonGenerator;

/** What credentials open, as the store keeps it. */
final class BlastJson {
    private BlastJson() {}

    static void write(JsonGenerator json, Blast blast) {
        json.writeName("blast");
        FindingMembers.blast(json, blast, PlaceJson::write);
    }

    static Blast read(Json json) {
        return new Blast(
                json.text("holder"),
                (int) json.number("paths"),
                (int) json.number("secrets"),
                (int) json.number("files"),
                (int) json.number("accounts"),
                (int) json.number("systems"),
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
