package io.hushgate.cli.gitleaks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The flags that all commands of gitleaks share. */
final class LeakOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "Rules; otherwise $GITLEAKS_CONFIG (a path), $GITLEAKS_CONFIG_TOML "
                            + "(the text), .gitleaks.toml of the target, or the shipped rules.")
    @Nullable Path config;

    @Option(
            names = {"-b", "--baseline-path"},
            paramLabel = "FILE",
            description = "A JSON report whose findings are known.")
    @Nullable Path baseline;

    @Option(
            names = {"-i", "--gitleaks-ignore-path"},
            paramLabel = "PATH",
            defaultValue = ".",
            description = "A .gitleaksignore, or the directory of one (default: .).")
    Path ignore = Path.of(".");

    @Option(
            names = {"-r", "--report-path"},
            paramLabel = "FILE",
            description = "Where the report goes; - for standard output.")
    @Nullable String reportPath;

    @Option(
            names = {"-f", "--report-format"},
            paramLabel = "FORMAT",
            description =
                    "json, csv, junit or sarif (default: by the ending of the report's path).")
    @Nullable String reportFormat;

    @Option(names = "--report-template", paramLabel = "FILE", hidden = true)
    @Nullable String reportTemplate;

    @Option(
            names = "--exit-code",
            paramLabel = "N",
            defaultValue = "1",
            description = "When leaks are found (default: 1).")
    int exitCode = LeakCommand.FAILED;

    @Option(
            names = "--redact",
            arity = "0..1",
            paramLabel = "PERCENT",
            defaultValue = "0",
            preprocessor = AttachedOnly.class,
            description =
                    "How much of a value is hidden, 100 without a number. At most four "
                            + "leading characters are shown in any case.")
    int redact;

    @Option(
            names = "--enable-rule",
            paramLabel = "ID",
            split = ",",
            description = "Only these rules; may be repeated.")
    List<String> enabled = List.of();

    @Option(
            names = "--ignore-gitleaks-allow",
            description = "Comments with gitleaks:allow count for nothing.")
    boolean ignoresAllow;

    @Option(
            names = "--max-decode-depth",
            paramLabel = "N",
            defaultValue = "5",
            description = "Encodings undone inside each other (default: 5).")
    int decodeDepth = 5;

    @Option(
            names = "--max-archive-depth",
            paramLabel = "N",
            defaultValue = "0",
            description = "Archives opened inside each other (default: 0, none).")
    int archiveDepth;

    @Option(
            names = "--max-target-megabytes",
            paramLabel = "N",
            defaultValue = "0",
            description = "Leave out larger files (default: 0, none).")
    int maxMegabytes;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Stop after this time and fail (default: 0, never).")
    int timeoutSeconds;

    @Option(
            names = {"-v", "--verbose"},
            description = "Every finding on standard output.")
    boolean verbose;

    @Option(
            names = {"-l", "--log-level"},
            paramLabel = "LEVEL",
            defaultValue = "info",
            description = "trace, debug, info, warn, error or fatal (default: info).")
    String logLevel = "info";

    @Option(names = "--no-color", description = "Accepted; nothing is coloured.")
    boolean noColor;

    @Option(names = "--no-banner", description = "Accepted; there is no banner.")
    boolean noBanner;

    @Option(names = "--diagnostics", paramLabel = "KIND", hidden = true)
    @Nullable String diagnostics;

    @Option(names = "--diagnostics-dir", paramLabel = "DIRECTORY", hidden = true)
    @Nullable String diagnosticsDirectory;

    /** Takes a number only where {@code =} joins it: the next word may be the target. */
    static final class AttachedOnly implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments,
                CommandSpec command,
                ArgSpec flag,
                Map<String, Object> info) {
            if (!"=".equals(info.get("separator"))) {
                arguments.push("100");
            }
            return false;
        }
    }
}
