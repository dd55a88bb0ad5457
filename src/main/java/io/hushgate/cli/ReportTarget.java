package io.hushgate.cli;

import io.hushgate.report.CsvReport;
import io.hushgate.report.GitHubReport;
import io.hushgate.report.GitLabReport;
import io.hushgate.report.GitleaksReport;
import io.hushgate.report.JUnitReport;
import io.hushgate.report.JsonReport;
import io.hushgate.report.MarkdownReport;
import io.hushgate.report.OpenMetricsReport;
import io.hushgate.report.Report;
import io.hushgate.report.ReportFormat;
import io.hushgate.report.SarifReport;
import io.hushgate.report.TextReport;
import io.hushgate.report.history.Audit;
import io.hushgate.report.html.HtmlReport;
import io.hushgate.run.Scan;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A format and where it goes: {@code json=report.json}, or {@code text} for standard output. */
record ReportTarget(Format format, Optional<Path> file) {
    /** The formats by the names that users give. */
    enum Format {
        TEXT,
        JSON,
        HTML,
        SARIF,
        GITLAB,
        GITLAB_SAST,
        JUNIT,
        CSV,
        GITHUB,
        MARKDOWN,
        GITLEAKS,
        OPENMETRICS;

        /** As users write it: {@code gitlab-sast}. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads one value of {@code --format}.
     *
     * @throws UsageProblem when the format is unknown
     */
    static ReportTarget parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Optional<Path> file =
                equals < 0 ? Optional.empty() : Optional.of(Path.of(text.substring(equals + 1)));
        Format format =
                Arrays.stream(Format.values())
                        .filter(f -> f.label().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new UsageProblem(unknown(name)));
        return new ReportTarget(format, file);
    }

    private static String unknown(String name) {
        String names =
                Arrays.stream(Format.values()).map(Format::label).collect(Collectors.joining(", "));
        return "--format %s: unknown format; use one of %s".formatted(name, names);
    }

    /**
     * Writes the report. That nobody reads standard output to its end changes no verdict.
     *
     * @param audit the same with what a page shows beyond it; asked only by formats that do
     * @throws UsageProblem when the file cannot be written
     */
    void write(Report report, Supplier<Audit> audit, boolean coloured, TextReport.Detail detail) {
        ReportFormat renderer =
                switch (format) {
                    case TEXT -> TextReport.of(coloured && file.isEmpty(), detail);
                    case JSON -> new JsonReport();
                    case HTML -> (_, out) -> new HtmlReport().render(audit.get(), out);
                    case SARIF -> new SarifReport();
                    case GITLAB -> new GitLabReport(GitLabReport.Kind.SECRET_DETECTION);
                    case GITLAB_SAST -> new GitLabReport(GitLabReport.Kind.SAST);
                    case JUNIT -> new JUnitReport();
                    case CSV -> new CsvReport();
                    case GITHUB -> new GitHubReport();
                    case MARKDOWN -> new MarkdownReport();
                    case GITLEAKS -> new GitleaksReport();
                    case OPENMETRICS -> new OpenMetricsReport();
                };
        try (OutputStream out = open()) {
            renderer.render(report, out);
        } catch (IOException | tools.jackson.core.JacksonException e) {
            if (file.isEmpty() && StandardOutput.isAbandoned(e)) {
                return;
            }
            String place = file.map(Path::toString).orElse("standard output");
            throw new UsageProblem(
                    place + ": the report cannot be written; check the path and the space left");
        }
    }

    /** How much the text report tells: nothing in full that the gate leaves out of account. */
    static TextReport.Detail detail(Scan scan, boolean verbose) {
        if (verbose) {
            return TextReport.Detail.EVERYTHING;
        }
        return scan.countsLowConfidence()
                ? TextReport.Detail.EVERY_FINDING
                : TextReport.Detail.WHAT_COUNTS;
    }

    private OutputStream open() throws IOException {
        return file.isPresent()
                ? new BufferedOutputStream(Files.newOutputStream(file.get()))
                : new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    }
}
