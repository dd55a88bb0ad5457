package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Address;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Annotations of GitHub Actions: a workflow command for each finding and violation that nobody
 * accepted, worst first because the service shows only the first ten of a step, and one for the
 * verdict.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">
 *     workflow commands</a>
 */
public final class GitHubReport implements ReportFormat {
    /** Ordered as the report is: by severity over both kinds. */
    private record Annotation(Severity severity, Location location, String title, String message) {}

    @Override
    public void render(Report report, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder();
        Stream.concat(
                        report.findings().stream()
                                .filter(finding -> finding.suppression().isEmpty())
                                .flatMap(GitHubReport::of),
                        report.violations().stream()
                                .filter(violation -> violation.suppression().isEmpty())
                                .map(GitHubReport::of))
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .forEach(annotation -> write(lines, annotation));
        String verdict = report.verdict().pass() ? "the gate is open: " : "the gate is shut: ";
        lines.append(report.verdict().pass() ? "::notice" : "::error")
                .append(" title=Hushgate::")
                .append(data(verdict + report.verdict().reason()))
                .append('\n');
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Every place in a file; a past without a file is told once. */
    private static Stream<Annotation> of(Finding finding) {
        List<Location> inFiles =
                finding.occurrences().stream()
                        .filter(place -> file(place.address()).isPresent())
                        .toList();
        List<Location> places = inFiles.isEmpty() ? List.of(finding.location()) : inFiles;
        return places.stream().map(place -> at(place, finding));
    }

    private static Annotation at(Location place, Finding finding) {
        String message =
                "%s %s (%s, %s confidence). %s"
                        .formatted(
                                finding.title(),
                                finding.redacted(),
                                finding.grade().label(),
                                finding.confidence().label(),
                                finding.remedy());
        return new Annotation(finding.severity(), place, finding.rule().text(), message);
    }

    private static Annotation of(Violation violation) {
        return new Annotation(
                violation.severity(),
                violation.location(),
                violation.id(),
                violation.message() + ". " + violation.remedy());
    }

    private static void write(StringBuilder lines, Annotation annotation) {
        Location location = annotation.location();
        lines.append("::").append(level(annotation.severity())).append(' ');
        Optional<String> file = file(location.address());
        if (file.isPresent()) {
            lines.append("file=").append(property(file.get()));
            lines.append(",line=").append(location.region().startLine());
            lines.append(",endLine=").append(location.region().endLine());
            lines.append(",col=").append(location.region().startColumn());
            lines.append(",endColumn=").append(location.region().endColumn()).append(',');
        }
        lines.append("title=").append(property(annotation.title())).append("::");
        String where = file.isPresent() ? "" : location + ": ";
        lines.append(data(where + annotation.message())).append('\n');
    }

    /** Only what lies in the work tree can be annotated. */
    private static Optional<String> file(Address address) {
        return switch (address) {
            case Address.File(var path) -> Optional.of(path);
            case Address.Staged(var path) -> Optional.of(path);
            case Address.Inside(var outer, var entry) -> file(outer);
            case Address.StandardInput input -> Optional.empty();
            case Address.InCommit commit -> Optional.empty();
            case Address.GitObject object -> Optional.empty();
            case Address.CommitMessage message -> Optional.empty();
            case Address.TagMessage message -> Optional.empty();
            case Address.InLayer layer -> Optional.empty();
            case Address.InImageConfig config -> Optional.empty();
            case Address.LogStep step -> file(step.log());
        };
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "notice";
        };
    }

    private static String data(String text) {
        return visible(text).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
