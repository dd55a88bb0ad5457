package io.hushgate.report;

import io.hushgate.core.Attribution;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * The two security reports of GitLab that fit, in version 15.0.4 of their schemas: credentials as
 * secret detection ({@code artifacts:reports:secret_detection}), policy violations as static
 * analysis ({@code artifacts:reports:sast}). Accepted findings are left out, since the format knows
 * no such state, and counted in the scan's messages; so is what was not looked at.
 *
 * @see <a href="https://docs.gitlab.com/development/integrations/secure/#report">the format</a>
 */
public final class GitLabReport implements ReportFormat {
    /** Which of the two. */
    public enum Kind {
        SECRET_DETECTION,
        SAST;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String VERSION = "15.0.4";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** The schema demands a commit; this one says that the files are not of one. */
    private static final String NO_COMMIT = "0000000";

    /** Characters that the schemas take, and what stands at the end of what was longer. */
    private static final int MOST_OF_NAME = 255;

    private static final int MOST_OF_DESCRIPTION = 1_048_576;
    private static final int MOST_OF_SOLUTION = 7_000;
    private static final String CUT = "\u2026";

    private final Kind kind;
    private final JsonFactory factory = new JsonFactory();

    public GitLabReport(Kind kind) {
        this.kind = kind;
    }

    @Override
    public void render(Report report, OutputStream out) {
        try (JsonGenerator json = JsonLayout.generator(factory, out)) {
            json.writeStartObject();
            json.writeStringProperty("version", VERSION);
            scan(json, report);
            json.writeArrayPropertyStart("vulnerabilities");
            switch (kind) {
                case SECRET_DETECTION ->
                        report.findings().stream()
                                .filter(finding -> finding.suppression().isEmpty())
                                .forEach(finding ->
                                        finding.occurrences()
                                                .forEach(place -> finding(json, finding, place)));
                case SAST ->
                        report.violations().stream()
                                .filter(violation -> violation.suppression().isEmpty())
                                .forEach(violation -> violation(json, violation));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void scan(JsonGenerator json, Report report) {
        json.writeObjectPropertyStart("scan");
        tool(json, "analyzer", report.version());
        tool(json, "scanner", report.version());
        json.writeStringProperty("type", kind.label());
        json.writeStringProperty("start_time", TIME.format(report.time().began()));
        json.writeStringProperty("end_time", TIME.format(report.time().ended()));
        json.writeStringProperty("status", report.coverage().isComplete() ? "success" : "failure");
        json.writeArrayPropertyStart("messages");
        message(json, "info", "The gate: " + report.verdict().reason());
        long accepted = accepted(report);
        if (accepted > 0) {
            message(json, "info", accepted + " accepted, left out");
        }
        for (Skip skip : report.coverage().skipped()) {
            String level = skip.reason().isIncomplete() ? "warn" : "info";
            message(
                    json,
                    level,
                    "%s: %s (%s)".formatted(skip.address(), skip.detail(), skip.reason()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private long accepted(Report report) {
        return switch (kind) {
            case SECRET_DETECTION -> count(report.findings().stream().map(Finding::suppression));
            case SAST -> count(report.violations().stream().map(Violation::suppression));
        };
    }

    private static long count(Stream<Optional<Suppression>> suppressions) {
        return suppressions.filter(Optional::isPresent).count();
    }

    private static void tool(JsonGenerator json, String name, String version) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("id", "hushgate");
        json.writeStringProperty("name", "Hushgate");
        json.writeStringProperty("version", version);
        json.writeObjectPropertyStart("vendor");
        json.writeStringProperty("name", "Hushgate");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void message(JsonGenerator json, String level, String value) {
        json.writeStartObject();
        json.writeStringProperty("level", level);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    /** Each place for itself: the dashboard knows one file for each vulnerability. */
    private static void finding(JsonGenerator json, Finding finding, Location place) {
        String rule = finding.rule().text();
        String key = "%s/%s/%s".formatted(rule, place.address().text(), finding.fingerprint());
        json.writeStartObject();
        head(json, key + "/" + place, finding.title(), finding.severity());
        json.writeStringProperty(
                "description",
                "%s; %s, %s confidence. Places: %s."
                        .formatted(
                                finding.redacted(),
                                finding.grade().label(),
                                finding.confidence().label(),
                                finding.occurrences().size()));
        json.writeStringProperty("solution", cut(finding.remedy(), MOST_OF_SOLUTION));
        identifiers(json, rule, List.of());
        json.writeObjectPropertyStart("location");
        place(json, place);
        commit(json, finding, place);
        json.writeEndObject();
        tracking(json, place, key);
        json.writeEndObject();
    }

    private static void violation(JsonGenerator json, Violation violation) {
        String key =
                "%s/%s/%s"
                        .formatted(
                                violation.id(),
                                violation.location().address().text(),
                                violation.message());
        json.writeStartObject();
        head(json, key + "/" + violation.location(), violation.title(), violation.severity());
        json.writeStringProperty("description", cut(violation.message(), MOST_OF_DESCRIPTION));
        json.writeStringProperty("solution", cut(violation.remedy(), MOST_OF_SOLUTION));
        identifiers(json, violation.id(), violation.references());
        json.writeObjectPropertyStart("location");
        place(json, violation.location());
        json.writeEndObject();
        tracking(json, violation.location(), key);
        json.writeEndObject();
    }

    /** The id is the same whenever the same thing is found at the same place. */
    private static void head(JsonGenerator json, String key, String title, Severity severity) {
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        json.writeStringProperty("id", id.toString());
        json.writeStringProperty("name", cut(title, MOST_OF_NAME));
        json.writeStringProperty("severity", level(severity));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - CUT.length();
        boolean halves = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, halves ? end - 1 : end) + CUT;
    }

    private static void identifiers(JsonGenerator json, String id, List<String> references) {
        json.writeArrayPropertyStart("identifiers");
        json.writeStartObject();
        json.writeStringProperty("type", "hushgate_id");
        json.writeStringProperty("name", "Hushgate " + id);
        json.writeStringProperty("value", id);
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayPropertyStart("links");
        for (String reference : references) {
            if (reference.startsWith("https://")) {
                json.writeStartObject();
                json.writeStringProperty("url", reference);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void place(JsonGenerator json, Location location) {
        json.writeStringProperty("file", location.address().file());
        json.writeNumberProperty("start_line", location.region().startLine());
        json.writeNumberProperty("end_line", location.region().endLine());
    }

    private static void commit(JsonGenerator json, Finding finding, Location place) {
        Optional<CommitInfo> first = finding.attribution().map(Attribution::first);
        json.writeObjectPropertyStart("commit");
        if (first.isPresent()) {
            json.writeStringProperty("author", first.get().author());
            json.writeStringProperty("date", first.get().time().toString());
        }
        json.writeStringProperty(
                "sha",
                first.map(CommitInfo::id)
                        .or(() -> AddressParts.commit(place.address()))
                        .orElse(NO_COMMIT));
        json.writeEndObject();
    }

    /** By content, so that a finding stays the same when lines move. */
    private static void tracking(JsonGenerator json, Location location, String key) {
        json.writeObjectPropertyStart("tracking");
        json.writeStringProperty("type", "source");
        json.writeArrayPropertyStart("items");
        json.writeStartObject();
        place(json, location);
        json.writeArrayPropertyStart("signatures");
        json.writeStartObject();
        json.writeStringProperty("algorithm", "rule_value");
        json.writeStringProperty("value", key);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critical";
            case HIGH -> "High";
            case MEDIUM -> "Medium";
            case LOW -> "Low";
            case INFO -> "Info";
        };
    }
}
