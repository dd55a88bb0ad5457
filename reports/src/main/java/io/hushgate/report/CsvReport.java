package io.hushgate.report;

import io.hushgate.core.Attribution;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row for each finding and violation, for spreadsheets: RFC 4180 with a header, CRLF and UTF-8
 * without a mark. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class CsvReport implements ReportFormat {
    private static final List<String> HEADER =
            List.of(
                    "kind",
                    "id",
                    "title",
                    "severity",
                    "confidence",
                    "grade",
                    "state",
                    "address",
                    "path",
                    "line",
                    "column",
                    "commit",
                    "layer",
                    "places",
                    "redacted",
                    "fingerprint",
                    "message",
                    "first_commit",
                    "first_author",
                    "first_time",
                    "accepted_by",
                    "accepted_because",
                    "accepted_until",
                    "remedy");

    @Override
    public void render(Report report, OutputStream out) throws IOException {
        StringBuilder rows = new StringBuilder();
        row(rows, HEADER);
        report.findings().forEach(finding -> row(rows, cells(finding)));
        report.violations().forEach(violation -> row(rows, cells(violation)));
        out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static List<String> cells(Finding finding) {
        List<String> cells = new ArrayList<>(HEADER.size());
        cells.addAll(
                List.of(
                        "credential",
                        finding.rule().text(),
                        finding.title(),
                        finding.severity().label(),
                        finding.confidence().label(),
                        finding.grade().label(),
                        finding.state().label()));
        place(cells, finding.location());
        cells.add(Integer.toString(finding.occurrences().size()));
        cells.add(finding.redacted());
        cells.add(finding.fingerprint().toString());
        cells.add("");
        Optional<Attribution> history = finding.attribution();
        cells.add(history.map(h -> h.first().id()).orElse(""));
        cells.add(history.map(h -> h.first().author()).orElse(""));
        cells.add(history.map(h -> h.first().time().toString()).orElse(""));
        acceptance(cells, finding.suppression());
        cells.add(finding.remedy());
        return cells;
    }

    private static List<String> cells(Violation violation) {
        List<String> cells = new ArrayList<>(HEADER.size());
        cells.addAll(
                List.of(
                        "policy",
                        violation.id(),
                        violation.title(),
                        violation.severity().label(),
                        violation.confidence().label(),
                        "",
                        ""));
        place(cells, violation.location());
        cells.addAll(List.of("1", "", "", violation.message(), "", "", ""));
        acceptance(cells, violation.suppression());
        cells.add(violation.remedy());
        return cells;
    }

    private static void place(List<String> cells, Location location) {
        cells.add(location.address().text());
        cells.add(location.address().path());
        cells.add(Integer.toString(location.region().startLine()));
        cells.add(Integer.toString(location.region().startColumn()));
        cells.add(AddressParts.commit(location.address()).orElse(""));
        cells.add(AddressParts.layer(location.address()).orElse(""));
    }

    private static void acceptance(List<String> cells, Optional<Suppression> suppression) {
        cells.add(suppression.map(Suppression::owner).orElse(""));
        cells.add(suppression.map(Suppression::reason).orElse(""));
        cells.add(suppression.flatMap(Suppression::expires).map(Object::toString).orElse(""));
    }

    private static void row(StringBuilder rows, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                rows.append(',');
            }
            cell(rows, harmless(cells.get(i)));
        }
        rows.append("\r\n");
    }

    private static void cell(StringBuilder rows, String text) {
        boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        if (quoted) {
            rows.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            rows.append(text);
        }
    }

    /** Names come from what is scanned, and spreadsheets run what begins like a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
