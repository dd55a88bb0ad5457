package io.hushgate.report.recorded;

import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.Reason;
import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import io.hushgate.core.Violation;
import io.hushgate.report.Check;
import io.hushgate.report.FindingMembers;
import io.hushgate.report.Report;
import io.hushgate.report.RunTime;
import io.hushgate.report.Verdict;
import io.hushgate.report.picture.Picture;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A report without its findings and violations, which the store keeps one by one. */
public final class RecordedReport {
    private static final String ACCESS = "access";

    private RecordedReport() {}

    /**
     * As one line of JSON, without times, so that equal looks give equal bytes.
     *
     * @param access who reaches which secret, where rights were read
     */
    public static String write(Report report, Optional<Picture> access) {
        return CompactJson.object(json -> {
            json.writeStringProperty("version", report.version());
            json.writeStringProperty("reason", report.verdict().reason());
            json.writeNumberProperty("exitCode", report.verdict().exitCode());
            json.writeNumberProperty("rules", report.rules());
            json.writeNumberProperty("policies", report.policies());
            json.writeStringProperty("failOn", report.failOn().label());
            coverage(json, report.coverage());
            json.writeArrayPropertyStart("checks");
            report.checks().forEach(check -> check(json, check));
            json.writeEndArray();
            access.ifPresent(picture -> PictureJson.write(json, ACCESS, picture));
        });
    }

    private static void coverage(JsonGenerator json, Coverage coverage) {
        json.writeNumberProperty("artifacts", coverage.artifacts());
        json.writeNumberProperty("bytes", coverage.bytes());
        json.writeNumberProperty("commits", coverage.commits());
        json.writeArrayPropertyStart("skipped");
        for (Skip skip : coverage.skipped()) {
            json.writeStartObject();
            json.writeStringProperty("address", skip.address());
            json.writeStringProperty("reason", skip.reason().name());
            json.writeStringProperty("detail", skip.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void check(JsonGenerator json, Check check) {
        json.writeStartObject();
        json.writeStringProperty("id", check.id());
        json.writeStringProperty("kind", check.kind().name());
        json.writeStringProperty("title", check.title());
        json.writeStringProperty("severity", check.severity().label());
        json.writeStringProperty("remedy", check.remedy());
        FindingMembers.texts(json, "references", check.references());
        json.writeEndObject();
    }

    /**
     * Puts a report together again.
     *
     * @throws IllegalArgumentException when the summary is none that {@link #write} wrote
     */
    public static Report read(
            String summary, RunTime time, List<Finding> findings, List<Violation> violations) {
        Json json = Json.parse(summary);
        int exitCode = (int) json.number("exitCode");
        return new Report(
                json.text("version"),
                time,
                new Verdict(exitCode == 0, json.text("reason"), exitCode),
                coverage(json),
                (int) json.number("rules"),
                (int) json.number("policies"),
                Severity.of(json.text("failOn")).orElseThrow(),
                json.list("checks").stream().map(RecordedReport::check).toList(),
                findings,
                violations);
    }

    /** Who reaches which secret, where the look read rights. */
    public static Optional<Picture> access(String summary) {
        return Json.parse(summary).member(ACCESS).map(PictureJson::read);
    }

    /** What of the target was looked at. */
    public static Coverage coverage(Json summary) {
        return new Coverage(
                summary.number("artifacts"),
                summary.number("bytes"),
                summary.number("commits"),
                summary.list("skipped").stream()
                        .map(skip ->
                                new Skip(
                                        skip.text("address"),
                                        Reason.valueOf(skip.text("reason")),
                                        skip.text("detail")))
                        .toList());
    }

    private static Check check(Json json) {
        return new Check(
                json.text("id"),
                Check.Kind.valueOf(json.text("kind")),
                json.text("title"),
                Severity.of(json.text("severity")).orElseThrow(),
                json.text("remedy"),
                json.texts("references"));
    }
}
