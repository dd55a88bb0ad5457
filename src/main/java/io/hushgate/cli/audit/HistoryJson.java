package io.hushgate.cli.audit;

import io.hushgate.core.Severity;
import io.hushgate.report.FindingMembers;
import io.hushgate.report.history.AuditRun;
import io.hushgate.report.recorded.CompactJson;
import io.hushgate.report.store.Metrics;
import io.hushgate.report.store.Spread;
import io.hushgate.report.store.Standing;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Runs, metrics and issues for programs: {@code hushgate-audit/1}, described in the docs. */
final class HistoryJson {
    private HistoryJson() {}

    static String write(List<AuditRun> runs, Metrics metrics, List<Standing> issues) {
        return CompactJson.object(json -> {
            json.writeStringProperty("schema", "hushgate-audit/1");
            json.writeArrayPropertyStart("runs");
            runs.forEach(run -> run(json, run));
            json.writeEndArray();
            metrics(json, metrics);
            json.writeArrayPropertyStart("issues");
            issues.forEach(issue -> issue(json, issue));
            json.writeEndArray();
        });
    }

    private static void run(JsonGenerator json, AuditRun run) {
        json.writeStartObject();
        json.writeNumberProperty("run", Long.parseLong(run.id()));
        json.writeStringProperty("time", run.time().toString());
        json.writeNumberProperty("targets", run.reached().targets());
        json.writeNumberProperty("incomplete", run.reached().incomplete());
        json.writeObjectPropertyStart("open");
        for (Severity severity : Severity.values()) {
            json.writeNumberProperty(severity.label(), run.open().getOrDefault(severity, 0));
        }
        json.writeEndObject();
        json.writeNumberProperty("accepted", run.accepted());
        json.writeNumberProperty("accessViolations", run.accessViolations());
        json.writeNumberProperty("new", run.changes().fresh());
        json.writeNumberProperty("reopened", run.changes().reopened());
        json.writeNumberProperty("fixed", run.changes().fixed());
        json.writeNumberProperty("stillOpen", run.changes().stillOpen());
        json.writeNumberProperty("secrets", run.surface().secrets());
        json.writeNumberProperty("places", run.surface().places());
        json.writeEndObject();
    }

    private static void metrics(JsonGenerator json, Metrics metrics) {
        json.writeObjectPropertyStart("metrics");
        json.writeNumberProperty("leaks", metrics.leaks());
        json.writeNumberProperty("contained", metrics.contained());
        json.writeNumberProperty("rotated", metrics.rotated());
        metrics.rotationRate().ifPresent(rate -> json.writeNumberProperty("rotationRate", rate));
        json.writeNumberProperty("newAccessViolations", metrics.newAccessViolations());
        json.writeNumberProperty("openAccessViolations", metrics.openAccessViolations());
        spread(json, "timeToDetect", metrics.timeToDetect());
        spread(json, "timeToContain", metrics.timeToContain());
        json.writeEndObject();
    }

    private static void spread(JsonGenerator json, String name, Spread spread) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("count", spread.count());
        spread.median()
                .map(Duration::toSeconds)
                .ifPresent(seconds -> json.writeNumberProperty("medianSeconds", seconds));
        spread.ninth()
                .map(Duration::toSeconds)
                .ifPresent(seconds -> json.writeNumberProperty("nineOfTenSeconds", seconds));
        json.writeEndObject();
    }

    private static void issue(JsonGenerator json, Standing issue) {
        json.writeStartObject();
        json.writeStringProperty("target", issue.target());
        json.writeStringProperty("kind", issue.key().kind().label());
        json.writeStringProperty("check", issue.key().check());
        json.writeStringProperty("identity", issue.key().identity());
        json.writeStringProperty("title", issue.item().title());
        json.writeStringProperty("severity", issue.item().severity().label());
        json.writeStringProperty("change", issue.change().label());
        json.writeStringProperty("state", issue.state().label());
        json.writeStringProperty("place", issue.item().places().getFirst().toString());
        json.writeNumberProperty("places", issue.item().places().size());
        json.writeStringProperty("firstSeen", issue.firstSeen().toString());
        json.writeStringProperty("lastSeen", issue.lastSeen().toString());
        FindingMembers.texts(json, "owners", issue.item().owners());
        json.writeEndObject();
    }
}
