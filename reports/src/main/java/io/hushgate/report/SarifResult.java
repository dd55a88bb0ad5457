package io.hushgate.report;

import io.hushgate.core.Blast;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Severity;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A result of SARIF that is to be written: a violation, or one place of a finding. */
record SarifResult(boolean accepted, Severity severity, Consumer<JsonGenerator> writer) {
    /** What has to be mended first, worst first. */
    static final Comparator<SarifResult> ORDER =
            Comparator.comparing(SarifResult::accepted)
                    .thenComparing(SarifResult::severity, Comparator.reverseOrder());

    /** All of a report. */
    static List<SarifResult> of(Report report, Map<String, Integer> rules) {
        List<SarifResult> results = new ArrayList<>();
        report.findings().forEach(finding -> finding(finding, rules, results));
        for (Violation violation : report.violations()) {
            results.add(
                    new SarifResult(
                            violation.suppression().isPresent(),
                            violation.severity(),
                            json -> violation(json, violation, rules)));
        }
        return results;
    }

    /**
     * A result at the finding's place, with the others as related ones. Each further place in a
     * file as it is now is a result as well, for viewers show the first location of a result and no
     * other, and each has to be mended.
     */
    private static void finding(
            Finding finding, Map<String, Integer> rules, List<SarifResult> results) {
        List<Location> places = finding.occurrences();
        List<Location> others = places.subList(1, places.size());
        boolean accepted = finding.suppression().isPresent();
        results.add(
                new SarifResult(
                        accepted,
                        finding.severity(),
                        json -> result(json, finding, finding.location(), others, rules)));
        for (Location place : others) {
            if (!place.isPast()) {
                results.add(
                        new SarifResult(
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
        int shown = Math.min(others.size(), SarifReport.MOST_RELATED);
        String rest =
                shown == others.size()
                        ? ""
                        : ", and at %s that are not listed here"
                                .formatted(Amount.of(others.size() - shown, "more place"));
        SarifReport.text(json, "message", finding.title() + " " + finding.redacted() + rest);
        SarifPlace.only(json, place);
        json.writeArrayPropertyStart("relatedLocations");
        for (int i = 0; i < shown; i++) {
            SarifPlace.related(json, i + 1, others.get(i), "The same value stands here");
        }
        int id = others.size() + 1;
        for (Blast.Reached reached : reached(finding)) {
            for (Location evidence : reached.evidence()) {
                SarifPlace.related(json, id++, evidence, "A step to " + reached.target());
            }
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty(
                SarifReport.FINGERPRINT, finding.rule() + "/" + finding.fingerprint());
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
        SarifReport.text(json, "message", violation.message());
        SarifPlace.only(json, violation.location());
        json.writeArrayPropertyStart("relatedLocations");
        int id = 1;
        for (Violation.RelatedLocation related :
                violation.related().stream().limit(SarifReport.MOST_RELATED).toList()) {
            SarifPlace.related(json, id++, related.location(), related.message());
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty(
                SarifReport.FINGERPRINT, violation.id() + "/" + Complaints.of(violation));
        json.writeEndObject();
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
        json.writeStringProperty("level", SarifReport.level(severity));
    }

    private static void properties(JsonGenerator json, Severity severity, Confidence confidence) {
        json.writeStringProperty("severity", severity.label());
        json.writeStringProperty("confidence", confidence.label());
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
}
