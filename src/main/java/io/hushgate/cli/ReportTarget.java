package io.hushgate.cli;

import io.hushgate.report.JsonReport;
import io.hushgate.report.Report;
import io.hushgate.report.ReportFormat;
import io.hushgate.report.SarifReport;
import io.hushgate.report.TextReport;
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
import java.util.stream.Collectors;

/** A format and where it goes: {@code json=report.json}, or {@code text} for standard output. */
record ReportTarget(Format format, Optional<Path> file) {
    /** The formats by the names that users give. */
    enum Format {
        TEXT,
        JSON,
        SARIF
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
                        .filter(f -> f.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new UsageProblem(unknown(name)));
        return new ReportTarget(format, file);
    }

    private static String unknown(String name) {
        String names =
                Arrays.stream(Format.values())
                        .map(f -> f.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return "--format %s: unknown format; use one of %s".formatted(name, names);
    }

    /**
     * Writes the report.
     *
     * @throws UsageProblem when the file cannot be written
     */
    void write(Report report, boolean coloured, boolean verbose) {
        ReportFormat renderer =
                switch (format) {
                    case TEXT -> TextReport.of(coloured && file.isEmpty(), verbose);
                    case JSON -> new JsonReport();
                    case SARIF -> new SarifReport();
                };
        try (OutputStream out = open()) {
            renderer.render(report, out);
        } catch (IOException | tools.jackson.core.JacksonException e) {
            String place = file.map(Path::toString).orElse("standard output");
            throw new UsageProblem(
                    place + ": the report cannot be written; check the path and the space left");
        }
    }

    private OutputStream open() throws IOException {
        return file.isPresent()
                ? new BufferedOutputStream(Files.newOutputStream(file.get()))
                : new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    }
}
