package io.hushgate.report;

import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.Reason;
import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts for dashboards as gauges in OpenMetrics 1.0 text, for a text-file collector or a push
 * gateway. Labels come from closed lists alone, so that a scan cannot make series without end; each
 * severity is there, with 0 where there is nothing.
 *
 * @see <a href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics 1.0</a>
 */
public final class OpenMetricsReport implements ReportFormat {
    /** What is counted: how bad, how sure, and whether somebody accepted it. */
    private record Counted(Severity severity, Confidence confidence, boolean accepted) {}

    @Override
    public void render(Report report, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        head(text, "hushgate", "info", "The program that wrote this.");
        text.append("hushgate_info{version=\"").append(escape(report.version())).append("\"} 1\n");
        gauge(text, "gate_open", "1 when the gate is open.", report.verdict().pass() ? 1 : 0);
        gauge(
                text,
                "complete",
                "1 when everything that was asked for was looked at.",
                report.coverage().isComplete() ? 1 : 0);
        counts(
                text,
                "findings",
                "Leaked credentials.",
                report.findings().stream().map(OpenMetricsReport::counted));
        counts(
                text,
                "violations",
                "Violations of policies.",
                report.violations().stream().map(OpenMetricsReport::counted));
        skips(text, report);
        gauge(text, "artifacts", "Artifacts read to their end.", report.coverage().artifacts());
        gauge(text, "commits", "Commits walked.", report.coverage().commits());
        head(text, "hushgate_looked_bytes", "gauge", "Bytes matched.");
        text.append("# UNIT hushgate_looked_bytes bytes\n");
        text.append("hushgate_looked_bytes ").append(report.coverage().bytes()).append('\n');
        gauge(text, "rules", "Credential rules loaded.", report.rules());
        gauge(text, "checks", "Policy checks loaded.", report.policies());
        text.append("# EOF\n");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Counted counted(Finding finding) {
        return counted(finding.severity(), finding.confidence(), finding.suppression());
    }

    private static Counted counted(Violation violation) {
        return counted(violation.severity(), violation.confidence(), violation.suppression());
    }

    private static Counted counted(
            Severity severity, Confidence confidence, Optional<Suppression> suppression) {
        return new Counted(severity, confidence, suppression.isPresent());
    }

    private static void counts(
            StringBuilder text, String name, String help, Stream<Counted> counted) {
        Map<Counted, Long> counts =
                counted.collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        head(text, "hushgate_" + name, "gauge", help);
        for (Severity severity : Severity.values()) {
            for (Confidence confidence : Confidence.values()) {
                for (boolean accepted : new boolean[] {false, true}) {
                    Counted key = new Counted(severity, confidence, accepted);
                    text.append(
                            "hushgate_%s{severity=\"%s\",confidence=\"%s\",accepted=\"%s\"} %s\n"
                                    .formatted(
                                            name,
                                            severity.label(),
                                            confidence.label(),
                                            accepted,
                                            counts.getOrDefault(key, 0L)));
                }
            }
        }
    }

    private static void skips(StringBuilder text, Report report) {
        Map<Reason, Long> counts =
                report.coverage().skipped().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Skip::reason,
                                        () -> new EnumMap<>(Reason.class),
                                        Collectors.counting()));
        head(text, "hushgate_skipped", "gauge", "Artifacts not looked at.");
        Arrays.stream(Reason.values())
                .forEach(reason ->
                        text.append(
                                "hushgate_skipped{reason=\"%s\"} %s\n"
                                        .formatted(
                                                reason.name().toLowerCase(Locale.ROOT),
                                                counts.getOrDefault(reason, 0L))));
    }

    private static void gauge(StringBuilder text, String name, String help, long value) {
        head(text, "hushgate_" + name, "gauge", help);
        text.append("hushgate_").append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private static String escape(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
