package io.hushgate.report;

import io.hushgate.core.Blast;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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

    /**
     * What GitHub takes of a run; of more it refuses all. Of these it shows the 5,000 most severe
     * ("SARIF support for code scanning", results limits).
     */
    static final int MOST_RESULTS = 25_000;

    /** What GitHub includes of the locations of a result; of more than 1,000 it refuses all. */
    static final int MOST_RELATED = 100;

    private final JsonFactory factory = new JsonFactory();

    /** A result that is to be written. */
    private record Result(boolean accepted, Severity severity, Consumer<JsonGenerator> writer) {
        /** What has to be mended first, worst first. */
        static final Comparator<Result> ORDER =
                Comparator.comparing(Result::accepted)
                        .thenComparing(Result::severity, Comparator.reverseOrder());
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
            List<Result> results = results(report, ruleIndex);
            invocation(json, report, results.size());
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            kept(results).forEach(result -> result.writer().accept(json));
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

    private static List<Result> results(Report report, Map<String, Integer> rules) {
        List<Result> results = new ArrayList<>();
        report.findings().forEach(finding -> finding(finding, rules, results));
        for (Violation violation : report.violations()) {
            results.add(
                    new Result(
                            violation.suppression().isPresent(),
                            violation.severity(),
                            json -> violation(json, violation, rules)));
        }
        return results;
    }

    private static List<Result> kept(List<Result> results) {
        return results.size() <= MOST_RESULTS
                ? results
                : results.stream().sorted(Result.ORDER).limit(MOST_RESULTS).toList();
    }

    private static void invocation(JsonGenerator json, Report report, int results) {
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", report.coverage().isComplete());
        json.writeNumberProperty("exitCode", report.verdict().exitCode());
        json.writeStringProperty("exitCodeDescription", report.verdict().reason());
        json.writeArrayPropertyStart("toolExecutionNotifications");
        if (results > MOST_RESULTS) {
            notification(
                    json,
                    "RESULTS_LIMIT",
                    "warning",
                    "%s of %s are left out, the least severe: services refuse a run with more than %s; the JSON report has all"
                            .formatted(
                                    Amount.of(results - MOST_RESULTS),
                                    Amount.of(results, "result"),
                                    Amount.of(MOST_RESULTS)));
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

    /**
     * A result at the finding's place, with the others as related ones. Each further place in a
     * file as it is now is a result as well, for viewers show the first location of a result and no
     * other, and each has to be mended.
     */
    private static void finding(Finding finding, Map<String, Integer> rules, List<Result> results) {
        List<Location> places = finding.occurrences();
        List<Location> others = places.subList(1, places.size());
        boolean accepted = finding.suppression().isPresent();
        results.add(
                new Result(
                        accepted,
                        finding.severity(),
                        json -> result(json, finding, finding.location(), others, rules)));
        for (Location place : others) {
            if (!place.isPast()) {
                results.add(
                        new Result(
                                accepted,
                                finding.severity(),
                                json -> result(json, finding, place, List.of(), rules)));
            }
        }
    }

    private static void result(
            JsonGenerator json,
            Finding finding,
            Location place,
            List<Location> others,
            Map<String, Integer> rules) {
        json.writeStartObject();
        head(json, finding.rule().text(), rules, finding.severity());
        int shown = Math.min(others.size(), MOST_RELATED);
        String rest =
                shown == others.size()
                        ? ""
                        : ", and at %s that are not listed here"
                                .formatted(Amount.of(others.size() - shown, "more place"));
        text(json, "message", finding.title() + " " + finding.redacted() + rest);
        locations(json, place);
        json.writeArrayPropertyStart("relatedLocations");
        for (int i = 0; i < shown; i++) {
            related(json, i + 1, others.get(i), "The same value stands here");
        }
        int id = others.size() + 1;
        for (Blast.Reached reached : reached(finding)) {
            for (Location evidence : reached.evidence()) {
                related(json, id++, evidence, "A step to " + reached.target());
            }
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty(FINGERPRINT, finding.rule() + "/" + finding.fingerprint());
        json.writeEndObject();
        suppressions(json, finding.suppression());
        json.writeObjectPropertyStart("properties");
        properties(json, finding.severity(), finding.confidence());
        json.writeStringProperty("grade", finding.grade().label());
        json.writeStringProperty("state", finding.state().label());
        if (finding.blast().isPresent()) {
            json.writeArrayPropertyStart("revocation");
            finding.blast().get().revocation().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static List<Blast.Reached> reached(Finding finding) {
        return finding.blast().map(Blast::reached).orElse(List.of());
    }

    private static void violation(
            JsonGenerator json, Violation violation, Map<String, Integer> rules) {
        json.writeStartObject();
        head(json, violation.id(), rules, violation.severity());
        text(json, "message", violation.message());
        locations(json, violation.location());
        json.writeArrayPropertyStart("relatedLocations");
        int id = 1;
        for (Violation.RelatedLocation related :
                violation.related().stream().limit(MOST_RELATED).toList()) {
            related(json, id++, related.location(), related.message());
        }
        json.writeEndArray();
        suppressions(json, violation.suppression());
        json.writeObjectPropertyStart("properties");
        properties(json, violation.severity(), violation.confidence());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void head(
            JsonGenerator json, String id, Map<String, Integer> rules, Severity severity) {
        json.writeStringProperty("ruleId", id);
        Integer index = Objects.requireNonNull(rules.get(id), () -> "no check " + id);
        json.writeNumberProperty("ruleIndex", index.intValue());
        json.writeStringProperty("level", level(severity));
    }

    private static void properties(JsonGenerator json, Severity severity, Confidence confidence) {
        json.writeStringProperty("severity", severity.label());
        json.writeStringProperty("confidence", confidence.label());
    }

    private static void locations(JsonGenerator json, Location location) {
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        physical(json, location);
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void related(JsonGenerator json, int id, Location location, String message) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        physical(json, location);
        text(json, "message", message);
        json.writeEndObject();
    }

    private static void physical(JsonGenerator json, Location location) {
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(location));
        json.writeEndObject();
        Region region = location.region();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", region.startLine());
        json.writeNumberProperty("startColumn", region.startColumn());
        json.writeNumberProperty("endLine", region.endLine());
        json.writeNumberProperty("endColumn", region.endColumn());
        json.writeEndObject();
        json.writeEndObject();
        AddressParts.commit(location.address()).ifPresent(commit -> logical(json, commit));
    }

    private static void logical(JsonGenerator json, String commit) {
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("name", commit);
        json.writeStringProperty("kind", "commit");
        json.writeEndObject();
        json.writeEndArray();
    }

    /**
     * A relative URI reference (RFC 3986 section 4.2) of the path, or of the address where there is
     * no path.
     */
    private static String uri(Location location) {
        String path = location.address().path();
        return encode(path.isEmpty() ? location.address().text() : path);
    }

    private static String encode(String path) {
        StringBuilder uri = new StringBuilder(path.length() + 8);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unreserved =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~/@!$&'()*+,=".indexOf(c) >= 0;
            if (unreserved) {
                uri.append(c);
            } else {
                uri.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return uri.toString();
    }

    private static void suppressions(JsonGenerator json, Optional<Suppression> suppression) {
        json.writeArrayPropertyStart("suppressions");
        suppression.ifPresent(given -> {
            json.writeStartObject();
            json.writeStringProperty("kind", "external");
            json.writeStringProperty("status", "accepted");
            json.writeStringProperty("justification", given.reason());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
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
