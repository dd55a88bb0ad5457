package io.hushgate.report.recorded;

import io.hushgate.core.Attribution;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Grade;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.report.FindingMembers;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Findings as the store keeps them: everything but the secret, which a finding does not have. */
final class FindingJson {
    private FindingJson() {}

    static void write(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        FindingMembers.identity(json, finding);
        json.writeArrayPropertyStart("occurrences");
        finding.occurrences().forEach(place -> PlaceJson.write(json, place));
        json.writeEndArray();
        json.writeStringProperty("state", finding.state().label());
        finding.attribution().ifPresent(history -> history(json, history));
        json.writeArrayPropertyStart("layers");
        finding.layers().forEach(layer -> layer(json, layer));
        json.writeEndArray();
        SuppressionJson.write(json, finding.suppression());
        json.writeStringProperty("remedy", finding.remedy());
        finding.blast().ifPresent(blast -> BlastJson.write(json, blast));
        json.writeEndObject();
    }

    private static void history(JsonGenerator json, Attribution history) {
        json.writeObjectPropertyStart("history");
        commit(json, "first", history.first());
        commit(json, "last", history.last());
        FindingMembers.texts(json, "paths", history.paths());
        json.writeBooleanProperty("inHead", history.inHead());
        FindingMembers.texts(json, "refs", history.refs());
        json.writeEndObject();
    }

    private static void commit(JsonGenerator json, String name, CommitInfo commit) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("id", commit.id());
        json.writeStringProperty("author", commit.author());
        json.writeStringProperty("time", commit.time().toString());
        json.writeEndObject();
    }

    private static void layer(JsonGenerator json, LayerPlace layer) {
        json.writeStartObject();
        json.writeStringProperty("image", layer.image());
        json.writeStringProperty("layer", layer.layer());
        json.writeNumberProperty("number", layer.number());
        json.writeNumberProperty("count", layer.count());
        CompactJson.optional(json, "step", layer.step());
        CompactJson.optional(json, "line", layer.line());
        json.writeBooleanProperty("base", layer.base());
        json.writeBooleanProperty("hidden", layer.hidden());
        json.writeNumberProperty("mode", layer.mode());
        json.writeEndObject();
    }

    static Finding read(Json json) {
        return new Finding(
                new RuleId(json.text("rule")),
                json.text("title"),
                Severity.of(json.text("severity")).orElseThrow(),
                Confidence.of(json.text("confidence")).orElseThrow(),
                Grade.of(json.text("grade")).orElseThrow(),
                json.text("redacted"),
                new Fingerprint(json.text("fingerprint")),
                json.list("occurrences").stream().map(PlaceJson::read).toList(),
                state(json.text("state")),
                json.member("history").map(FindingJson::history),
                json.list("layers").stream().map(FindingJson::layer).toList(),
                SuppressionJson.read(json),
                json.text("remedy"),
                json.member("blast").map(BlastJson::read));
    }

    private static FindingState state(String label) {
        return FindingState.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Attribution history(Json json) {
        return new Attribution(
                commit(json.get("first")),
                commit(json.get("last")),
                json.texts("paths"),
                json.flag("inHead"),
                json.texts("refs"));
    }

    private static CommitInfo commit(Json json) {
        return new CommitInfo(
                json.text("id"), json.text("author"), Instant.parse(json.text("time")));
    }

    private static LayerPlace layer(Json json) {
        return new LayerPlace(
                json.text("image"),
                json.text("layer"),
                (int) json.number("number"),
                (int) json.number("count"),
                json.member("step").map(Json::text),
                json.member("line").map(Json::text),
                json.flag("base"),
                json.flag("hidden"),
                (int) json.number("mode"));
    }
}
