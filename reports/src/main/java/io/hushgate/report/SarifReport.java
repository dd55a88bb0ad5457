package io.hushgate.report;

import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * SARIF 2.1.0 (OASIS standard, 27 March 2020), with the properties that code-scanning services
 * read: {@code security-severity} of each rule, {@code partialFingerprints} that survive line
 * shifts, {@code suppressions}, and what was not looked at as tool-execution notifications.
 */
public final class SarifReport implements ReportFormat {
    /**
     * Under this name the fingerprint stands in {@code partialFingerprints}; the suffix is its
     * version.
     */
    static final String FINGERPRINT = "hushgateFingerprint/v1";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** What GitHub includes of the locations of a result; of more than 1,000 it refuses all. */
    static final int MOST_RELATED = 100;

    private final JsonFactory factory = new JsonFactory();
    private final SarifLimits limits;

    public SarifReport() {
        this(SarifLimits.OF_GITHUB);
    }

    SarifReport(SarifLimits limits) {
        this.limits = limits;
    }

    @Override
    public void render(Report report, OutputStream out) {
        Map<String, Integer> ruleIndex = new HashMap<>();
        for (Check check : report.checks()) {
            ruleIndex.put(check.id(), ruleIndex.size());
        }
        try (JsonGenerator json = JsonLayout.generator(factory, out)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json, report);
            List<SarifResult> results = SarifResult.of(report, ruleIndex);
            List<SarifResult> kept = limits.kept(results, factory);
            invocation(json, report, kept.size(), results.size());
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            kept.forEach(result -> result.writer().accept(json));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void tool(JsonGenerator json, Report report) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Hushgate");
        json.writeStringProperty("semanticVersion", report.version());
        json.writeArrayPropertyStart("rules");
        report.checks().forEach(check -> rule(json, check));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Check check) {
        json.writeStartObject();
        json.writeStringProperty("id", check.id());
        text(json, "shortDescription", check.title());
        text(json, "help", help(check));
        check.references().stream()
                .filter(SarifReport::isUri)
                .findFirst()
                .ifPresent(reference -> json.writeStringProperty("helpUri", reference));
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", level(check.severity()));
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("security-severity", score(check.severity()));
        json.writeArrayPropertyStart("tags");
        json.writeString("security");
        json.writeString(check.kind().name().toLowerCase(Locale.ROOT));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String help(Check check) {
        if (check.references().isEmpty()) {
            return check.remedy();
        }
        return check.remedy() + "\n" + String.join("\n", check.references());
    }

    private static boolean isUri(String reference) {
        return reference.startsWith("https://") || reference.startsWith("http://");
    }

    private static void invocation(JsonGenerator json, Report report, int kept, int all) {
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", report.coverage().isComplete());
        json.writeNumberProperty("exitCode", report.verdict().exitCode());
        json.writeStringProperty("exitCodeDescription", report.verdict().reason());
        json.writeArrayPropertyStart("toolExecutionNotifications");
        if (kept < all) {
            notification(
                    json,
                    "RESULTS_LIMIT",
                    "warning",
                    "%s of %s are left out, the least severe: services refuse more than 25,000, and a file of more than 10 MB once compressed; the JSON report has all"
                            .formatted(Amount.of(all - kept), Amount.of(all, "result")));
        }
        for (Skip skip : report.coverage().skipped()) {
            notification(
                    json,
                    skip.reason().name(),
                    skip.reason().isIncomplete() ? "warning" : "note",
                    skip.address() + ": " + skip.detail());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void notification(JsonGenerator json, String id, String level, String message) {
        json.writeStartObject();
        json.writeObjectPropertyStart("descriptor");
        json.writeStringProperty("id", id);
        json.writeEndObject();
        json.writeStringProperty("level", level);
        text(json, "message", message);
        json.writeEndObject();
    }

    /** A message, in the one form that is needed of it. */
    static void text(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    /** The middle of each band that code-scanning services cut {@code security-severity} into. */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFO -> "0.0";
        };
    }
}
