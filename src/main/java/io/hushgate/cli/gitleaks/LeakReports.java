package io.hushgate.cli.gitleaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.match.RuleSet;
import io.hushgate.rules.gitleaks.GitleaksConfig;
import io.hushgate.rules.gitleaks.GitleaksFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the report of a run goes, and in which of gitleaks' formats.
 *
 * @param path of the file; {@code -} for standard output
 */
record LeakReports(Optional<Format> format, String path) {
    private static final String STANDARD_OUTPUT = "-";

    /** The formats of gitleaks, but for templates. */
    enum Format {
        JSON,
        CSV,
        JUNIT,
        SARIF
    }

    /**
     * Checks what was asked for, before anything is looked at.
     *
     * @throws LeakProblem when there is no such format, or nothing can be written there
     */
    static LeakReports of(LeakOptions options) {
        if (options.reportTemplate != null || "template".equals(options.reportFormat)) {
            throw new LeakProblem(
                    "--report-format template: templates of Go are not supported; make your form from json");
        }
        String path = options.reportPath;
        if (path == null || path.isEmpty()) {
            return new LeakReports(Optional.empty(), "");
        }
        Path parent = Path.of(path).toAbsolutePath().getParent();
        if (!path.equals(STANDARD_OUTPUT) && (parent == null || !Files.isDirectory(parent))) {
            throw new LeakProblem(
                    "--report-path %s: its directory does not exist; make it first"
                            .formatted(path));
        }
        return new LeakReports(Optional.of(format(options.reportFormat, path)), path);
    }

    private static Format format(@org.jspecify.annotations.Nullable String asked, String path) {
        String name = asked == null ? "" : asked.strip();
        if (name.isEmpty()) {
            name = path.substring(path.lastIndexOf('.') + 1);
            if (name.equalsIgnoreCase("junit")) {
                name = "";
            }
        }
        try {
            return Format.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LeakProblem(
                    "--report-path %s: its format is not known; add --report-format json, csv, junit or sarif"
                            .formatted(path));
        }
    }

    void write(
            List<GitleaksFinding> findings, GitleaksConfig config, RuleSet shipped, ScmLink links) {
        if (format.isEmpty()) {
            return;
        }
        byte[] text =
                switch (format.get()) {
                    case JSON -> LeakJson.report(findings, links).getBytes(UTF_8);
                    case CSV -> LeakCsv.report(findings, links).getBytes(UTF_8);
                    case JUNIT -> LeakJunit.report(findings, links).getBytes(UTF_8);
                    case SARIF -> LeakSarif.report(findings, config, shipped).getBytes(UTF_8);
                };
        if (path.equals(STANDARD_OUTPUT)) {
            System.out.write(text, 0, text.length);
            System.out.flush();
            return;
        }
        try {
            Files.write(Path.of(path), text);
        } catch (IOException e) {
            throw new LeakProblem(
                    "--report-path %s: it cannot be written; check its permissions"
                            .formatted(path));
        }
    }
}
