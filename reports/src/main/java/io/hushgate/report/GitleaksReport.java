package io.hushgate.report;

import io.hushgate.core.Attribution;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import java.io.OutputStream;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON report of gitleaks 8, for pipelines built around it: an array with an entry for each
 * place, the same fields in the same order. {@code Match} and {@code Secret} are redacted, {@code
 * Entropy} is 0 since no secret is at hand here, and policy violations have no place in it.
 */
public final class GitleaksReport implements ReportFormat {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public void render(Report report, OutputStream out) {
        try (JsonGenerator json = JsonLayout.generator(factory, out)) {
            json.writeStartArray();
            for (Finding finding : report.findings()) {
                if (finding.suppression().isEmpty()) {
                    finding.occurrences().forEach(place -> entry(json, finding, place));
                }
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static void entry(JsonGenerator json, Finding finding, Location place) {
        Optional<String> commit = AddressParts.commit(place.address());
        Optional<CommitInfo> info =
                finding.attribution()
                        .map(Attribution::first)
                        .filter(first -> commit.filter(first.id()::equals).isPresent());
        Author author = Author.of(info.map(CommitInfo::author).orElse(""));
        json.writeStartObject();
        json.writeStringProperty("RuleID", finding.rule().text());
        json.writeStringProperty("Description", finding.title());
        json.writeNumberProperty("StartLine", place.region().startLine());
        json.writeNumberProperty("EndLine", place.region().endLine());
        json.writeNumberProperty("StartColumn", place.region().startColumn());
        json.writeNumberProperty("EndColumn", Math.max(1, place.region().endColumn() - 1));
        json.writeStringProperty("Match", finding.redacted());
        json.writeStringProperty("Secret", finding.redacted());
        json.writeStringProperty("File", place.address().file());
        json.writeStringProperty("SymlinkFile", "");
        json.writeStringProperty("Commit", commit.orElse(""));
        json.writeNumberProperty("Entropy", 0);
        json.writeStringProperty("Author", author.name());
        json.writeStringProperty("Email", author.mail());
        json.writeStringProperty("Date", info.map(i -> i.time().toString()).orElse(""));
        json.writeStringProperty("Message", "");
        json.writeArrayPropertyStart("Tags");
        json.writeString(finding.severity().label());
        json.writeString(finding.grade().label());
        json.writeEndArray();
        String at =
                "%s:%s:%s"
                        .formatted(
                                place.address().file(),
                                finding.rule().text(),
                                place.region().startLine());
        json.writeStringProperty("Fingerprint", commit.map(id -> id + ":" + at).orElse(at));
        json.writeEndObject();
    }

    /** The two halves of {@code Name <mail>}. */
    private record Author(String name, String mail) {
        static Author of(String text) {
            int open = text.lastIndexOf('<');
            return open < 0 || !text.endsWith(">")
                    ? new Author(text, "")
                    : new Author(
                            text.substring(0, open).strip(),
                            text.substring(open + 1, text.length() - 1));
        }
    }
}
