package io.hushgate.report;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.Blast;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.Location;
import io.hushgate.core.Skip;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * The program's own contract, {@code hushgate/1}: every field is described in the JSON Schema
 * beside this class, {@code hushgate-1.schema.json}. Fields are added, never renamed or removed,
 * within a major version.
 */
public final class JsonReport implements ReportFormat {
    private static final String SCHEMA = "hushgate/1";
    private final JsonFactory factory = new JsonFactory();

    @Override
    public void render(Report report, OutputStream out) {
        try (JsonGenerator json = JsonLayout.generator(factory, out)) {
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("version", report.version());
            verdict(json, report.verdict());
            coverage(json, report);
            json.writeArrayPropertyStart("findings");
            report.findings().forEach(finding -> finding(json, finding));
            json.writeEndArray();
            json.writeArrayPropertyStart("violations");
            report.violations().forEach(violation -> violation(json, violation));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void verdict(JsonGenerator json, Verdict verdict) {
        json.writeObjectPropertyStart("verdict");
        json.writeBooleanProperty("pass", verdict.pass());
        json.writeStringProperty("reason", verdict.reason());
        json.writeNumberProperty("exitCode", verdict.exitCode());
        json.writeEndObject();
    }

    private static void coverage(JsonGenerator json, Report report) {
        Coverage coverage = report.coverage();
        json.writeObjectPropertyStart("coverage");
        json.writeBooleanProperty("complete", coverage.isComplete());
        json.writeNumberProperty("rules", report.rules());
        json.writeNumberProperty("policies", report.policies());
        json.writeNumberProperty("artifacts", coverage.artifacts());
        json.writeNumberProperty("bytes", coverage.bytes());
        json.writeNumberProperty("commits", coverage.commits());
        json.writeArrayPropertyStart("skipped");
        for (Skip skip : coverage.skipped()) {
            json.writeStartObject();
            json.writeStringProperty("address", skip.address());
            json.writeStringProperty("reason", skip.reason().name());
            json.writeStringProperty("detail", skip.detail());
            json.writeBooleanProperty("incomplete", skip.reason().isIncomplete());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        FindingMembers.identity(json, finding);
        json.writeName("location");
        location(json, finding.location());
        json.writeArrayPropertyStart("occurrences");
        finding.occurrences().forEach(place -> location(json, place));
        json.writeEndArray();
        json.writeStringProperty("state", finding.state().label());
        json.writeName("history");
        history(json, finding.attribution());
        layers(json, finding.layers());
        json.writeName("suppressed");
        suppression(json, finding.suppression());
        json.writeStringProperty("remedy", finding.remedy());
        json.writeName("blast");
        blast(json, finding.blast());
        json.writeEndObject();
    }

    private static void blast(JsonGenerator json, Optional<Blast> known) {
        if (known.isEmpty()) {
            json.writeNull();
            return;
        }
        FindingMembers.blast(json, known.get(), JsonReport::location);
    }

    private static void violation(JsonGenerator json, Violation violation) {
        json.writeStartObject();
        json.writeStringProperty("id", violation.id());
        json.writeStringProperty("title", violation.title());
        json.writeStringProperty("severity", violation.severity().label());
        json.writeStringProperty("confidence", violation.confidence().label());
        json.writeStringProperty("message", violation.message());
        json.writeName("location");
        location(json, violation.location());
        json.writeArrayPropertyStart("related");
        for (Violation.RelatedLocation related : violation.related()) {
            json.writeStartObject();
            json.writeStringProperty("message", related.message());
            json.writeName("location");
            location(json, related.location());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("remedy", violation.remedy());
        FindingMembers.texts(json, "references", violation.references());
        json.writeName("suppressed");
        suppression(json, violation.suppression());
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, Location location) {
        json.writeStartObject();
        json.writeStringProperty("address", location.address().text());
        json.writeStringProperty("path", location.address().path());
        json.writeNumberProperty("startLine", location.region().startLine());
        json.writeNumberProperty("startColumn", location.region().startColumn());
        json.writeNumberProperty("endLine", location.region().endLine());
        json.writeNumberProperty("endColumn", location.region().endColumn());
        JsonLayout.optional(json, "commit", AddressParts.commit(location.address()));
        JsonLayout.optional(json, "layer", AddressParts.layer(location.address()));
        if (location.address() instanceof Address.LogStep(_, var job, var step)) {
            json.writeStringProperty("job", job);
            json.writeStringProperty("step", step);
        }
        json.writeEndObject();
    }

    private static void history(JsonGenerator json, Optional<Attribution> attribution) {
        if (attribution.isEmpty()) {
            json.writeNull();
            return;
        }
        Attribution history = attribution.get();
        json.writeStartObject();
        commit(json, "first", history.first());
        commit(json, "last", history.last());
        FindingMembers.texts(json, "paths", history.paths());
        json.writeBooleanProperty("inHead", history.inHead());
        FindingMembers.texts(json, "refs", history.refs());
        json.writeEndObject();
    }

    private static void layers(JsonGenerator json, List<LayerPlace> layers) {
        json.writeArrayPropertyStart("layers");
        for (LayerPlace place : layers) {
            json.writeStartObject();
            json.writeStringProperty("image", place.image());
            json.writeStringProperty("layer", place.layer());
            json.writeNumberProperty("number", place.number());
            json.writeNumberProperty("count", place.count());
            JsonLayout.optional(json, "step", place.step());
            JsonLayout.optional(json, "line", place.line());
            json.writeBooleanProperty("base", place.base());
            json.writeBooleanProperty("hidden", place.hidden());
            json.writeStringProperty("mode", "%04o".formatted(place.mode()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void commit(JsonGenerator json, String name, CommitInfo commit) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("commit", commit.id());
        json.writeStringProperty("author", commit.author());
        json.writeStringProperty("time", commit.time().toString());
        json.writeEndObject();
    }

    private static void suppression(JsonGenerator json, Optional<Suppression> suppression) {
        if (suppression.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("reason", suppression.get().reason());
        json.writeStringProperty("owner", suppression.get().owner());
        JsonLayout.optional(json, "ticket", suppression.get().ticket());
        JsonLayout.optional(json, "expires", suppression.get().expires().map(Object::toString));
        json.writeEndObject();
    }
}
