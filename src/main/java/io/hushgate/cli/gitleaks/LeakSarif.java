package io.hushgate.cli.gitleaks;

import io.hushgate.core.match.RuleSet;
import io.hushgate.rules.gitleaks.GitleaksConfig;
import io.hushgate.rules.gitleaks.GitleaksFinding;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * The SARIF report of gitleaks: a rule for each of the configuration, a result for each finding.
 */
final class LeakSarif {
    private LeakSarif() {}

    static String report(List<GitleaksFinding> findings, GitleaksConfig config, RuleSet shipped) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = LeakJson.generator(text, " ")) {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json, config, shipped);
            json.writeArrayPropertyStart("results");
            findings.forEach(finding -> result(json, finding));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void tool(JsonGenerator json, GitleaksConfig config, RuleSet shipped) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "gitleaks");
        json.writeStringProperty("semanticVersion", "v8.0.0");
        json.writeStringProperty("informationUri", "https://github.com/gitleaks/gitleaks");
        json.writeArrayPropertyStart("rules");
        config.described().forEach((id, description) -> rule(json, id, description));
        shipped.rules().forEach(rule -> rule(json, rule.id().text(), rule.title()));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, String id, String description) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeObjectPropertyStart("shortDescription");
        json.writeStringProperty("text", description);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, GitleaksFinding finding) {
        String commit = finding.commit().id();
        String where =
                "%s has detected secret for file %s".formatted(finding.rule(), finding.file());
        json.writeStartObject();
        json.writeObjectPropertyStart("message");
        json.writeStringProperty(
                "text", commit.isEmpty() ? where + "." : where + " at commit " + commit + ".");
        json.writeEndObject();
        json.writeStringProperty("ruleId", finding.rule());
        json.writeArrayPropertyStart("locations");
        location(json, finding);
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("commitSha", commit);
        json.writeStringProperty("email", finding.commit().mail());
        json.writeStringProperty("author", finding.commit().author());
        json.writeStringProperty("date", finding.commit().date());
        json.writeStringProperty("commitMessage", finding.commit().message());
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        json.writeArrayPropertyStart("tags");
        finding.tags().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, GitleaksFinding finding) {
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", finding.link().isEmpty() ? finding.file() : finding.link());
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", finding.startLine());
        json.writeNumberProperty("startColumn", finding.startColumn());
        json.writeNumberProperty("endLine", finding.endLine());
        json.writeNumberProperty("endColumn", finding.endColumn());
        json.writeObjectPropertyStart("snippet");
        json.writeStringProperty("text", finding.secret());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }
}
