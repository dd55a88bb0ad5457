package io.hushgate.cli;

import io.hushgate.access.AccessPicture;
import io.hushgate.core.Limits;
import io.hushgate.core.Severity;
import io.hushgate.estate.usage.AuditLog;
import io.hushgate.report.Report;
import io.hushgate.report.TextReport;
import io.hushgate.report.history.Audit;
import io.hushgate.rules.verify.Hosts;
import io.hushgate.run.Progress;
import io.hushgate.run.Scan;
import io.hushgate.run.ScanRequest;
import io.hushgate.source.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for leaks and judges policies. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks for leaked credentials and judges Vault policies, Vault roles "
                    + "and Kubernetes rights.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate scan .                                   the work tree",
            "  hushgate scan --staged                            what the next commit would add",
            "  hushgate scan --from-ref origin/main              what a merge request adds",
            "  hushgate scan --history -f sarif=report.sarif     every commit, for code scanning",
            "  hushgate scan --history -f html=report.html       every commit, as a page to read and explore",
            "  hushgate scan image:registry.example.com/app:1.0  every layer of an image",
            "  kubectl logs app | hushgate scan log:-            what a container printed",
            "  kubectl get roles -A -o json | hushgate scan -    standard input",
            "",
            "Exit codes: 0 open, 1 shut, 2 usage or configuration, 3 incomplete; 1 wins over 3."
        })
final class ScanCommand implements Callable<Integer> {
    /** The halves that {@code --only} chooses from. */
    enum Half {
        LEAKS,
        POLICIES
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description =
                    "A directory, a git work tree or bare repository, a file, an image "
                            + "(OCI layout, docker archive, image:NAME in a registry), a log of a "
                            + "build, or - for standard input; detected, or forced by a prefix: dir: "
                            + "git: file: image: log:  (default: .)")
    private List<String> targets = List.of();

    @Mixin private ExtentOptions extent = new ExtentOptions();

    @Mixin private ImageOptions images = new ImageOptions();

    @Option(
            names = "--only",
            paramLabel = "HALF",
            description = "leaks or policies; both without it.")
    private @Nullable Half only;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT[=FILE]",
            description =
                    "text, json, html, sarif, gitlab, gitlab-sast, junit, csv, github, "
                            + "markdown, gitleaks or openmetrics, to standard output or into FILE; "
                            + "may be repeated (default: text).")
    private List<String> formats = List.of();

    @Mixin private ConfigOption config = new ConfigOption();

    @Option(
            names = "--config-from",
            paramLabel = "REF",
            description =
                    "Configuration, baseline, rules and policies as the commit REF has "
                            + "them, so that a change cannot switch its own gate off; what it would "
                            + "have switched off is reported.")
    private @Nullable String configFrom;

    @Option(
            names = {"-b", "--baseline"},
            paramLabel = "FILE",
            description =
                    "Accepted findings and violations (default: what the configuration "
                            + "names, or hushgate-baseline.jsonl at the target's root).")
    private @Nullable Path baseline;

    @Option(
            names = "--policy",
            paramLabel = "PATH",
            description = "Further Rego and data: a directory or file; may be repeated.")
    private List<Path> policies = List.of();

    @Option(
            names = "--audit-log",
            paramLabel = "FILE",
            description =
                    "An audit log of Vault, JSON lines or such lines in .gz, to judge who asked for "
                            + "what; may be repeated.")
    private List<Path> auditLogs = List.of();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "Further credential rules, ours or of .gitleaks.toml, "
                            + "trivy-secret.yaml or TruffleHog's detectors; and what "
                            + ".gitleaksignore, a JSON report of gitleaks, .secrets.baseline or "
                            + ".gitguardian.yaml accept. May be repeated.")
    private List<Path> rules = List.of();

    @Option(
            names = "--verify",
            paramLabel = "HOST[=URL]",
            description =
                    "Ask this host, or URL in its place, whether the values that it issued "
                            + "are still accepted; may be repeated. Values are sent to it. Nobody is "
                            + "asked without this.")
    private List<String> verify = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "critical, high, medium, low or info: from here on the gate shuts (default: high).")
    private @Nullable Severity failOn;

    @Option(
            names = "--allow-incomplete",
            description = "Stay open although something could not be looked at.")
    private boolean allowIncomplete;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Threads (default: one a processor); the report does not depend on it.")
    private int jobs;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Stop looking after this time; the rest is incomplete (default: a day).")
    private long timeoutSeconds;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Every place, everything of low confidence and all that was not looked at.")
    private boolean verbose;

    @Option(
            names = "--timings",
            description = "Where the time went, part by part, on standard error.")
    private boolean timed;

    @Option(names = "--no-color", description = "No colours, also on a terminal.")
    private boolean noColor;

    @Override
    public Integer call() {
        List<ReportTarget> reports = reports();
        Progress progress = new Progress();
        Timings timings = new Timings(progress);
        Scan scan = Scan.of(request());
        if (!verify.isEmpty()) {
            scan.verify(hosts());
        }
        for (AuditLog log : AuditLogs.read(auditLogs)) {
            log.problems().forEach(System.err::println);
            scan.audited(log);
        }
        Report report;
        try (StatusLine _ = statusLine(progress)) {
            report = scan.run(progress);
        }
        TextReport.Detail detail = ReportTarget.detail(scan, verbose);
        for (ReportTarget target : reports) {
            target.write(report, () -> audit(report, scan), Terminal.showsColours(noColor), detail);
        }
        if (timed) {
            timings.tell(System.err);
        }
        return report.verdict().exitCode();
    }

    /** The run as a page shows it. */
    private Audit audit(Report report, Scan scan) {
        Audit audit = Audit.of(title(), report);
        return AccessPicture.of(scan.facts()).map(audit::withAccess).orElse(audit);
    }

    /** The targets by their names, the present directory by that of its own. */
    private String title() {
        List<String> named = targets.isEmpty() ? List.of(".") : targets;
        return named.stream()
                .map(target -> target.equals(".") ? nameOf(Path.of("").toAbsolutePath()) : target)
                .collect(Collectors.joining(", "));
    }

    private static String nameOf(Path directory) {
        Path name = directory.getFileName();
        return name == null ? "" : name.toString();
    }

    private List<ReportTarget> reports() {
        List<ReportTarget> reports =
                new ArrayList<>(formats.stream().map(ReportTarget::parse).toList());
        if (reports.isEmpty()) {
            reports.add(new ReportTarget(ReportTarget.Format.TEXT, Optional.empty()));
        }
        if (reports.stream().filter(target -> target.file().isEmpty()).count() > 1) {
            throw new UsageProblem(
                    "--format: two formats for standard output; give all but one a file, FORMAT=FILE");
        }
        return reports;
    }

    private ScanRequest request() {
        if (configFrom != null && (config.file().isPresent() || baseline != null)) {
            throw new UsageProblem(
                    "--config-from takes configuration and baseline from a commit; drop --config and --baseline");
        }
        return new ScanRequest(
                targets.isEmpty() ? List.of(".") : targets,
                extent.chosen(),
                halves(),
                config.file(),
                Optional.ofNullable(configFrom),
                baseline == null
                        ? new ScanRequest.Baselines.OfTarget()
                        : new ScanRequest.Baselines.OfFile(baseline),
                rules,
                policies,
                Optional.ofNullable(failOn),
                allowIncomplete,
                workers(),
                limits(),
                images.chosen());
    }

    private Hosts hosts() {
        Hosts hosts = new Hosts();
        for (String host : verify) {
            try {
                hosts.allow(host);
            } catch (IllegalArgumentException e) {
                throw new UsageProblem("--verify %s: %s".formatted(host, e.getMessage()));
            }
        }
        return hosts;
    }

    private Set<ScanRequest.Half> halves() {
        if (only == null) {
            return EnumSet.allOf(ScanRequest.Half.class);
        }
        return switch (only) {
            case LEAKS -> EnumSet.of(ScanRequest.Half.LEAKS);
            case POLICIES -> EnumSet.of(ScanRequest.Half.POLICIES);
        };
    }

    private Workers workers() {
        if (jobs < 0) {
            throw new UsageProblem("--jobs %d: give 1 or more".formatted(jobs));
        }
        return jobs == 0 ? Workers.available() : new Workers(jobs);
    }

    private Limits limits() {
        if (timeoutSeconds < 0) {
            throw new UsageProblem(
                    "--timeout %d: give 1 or more seconds".formatted(timeoutSeconds));
        }
        Limits limits = Limits.DEFAULT;
        return timeoutSeconds == 0
                ? limits
                : limits.withTimeout(Duration.ofSeconds(timeoutSeconds));
    }

    private StatusLine statusLine(Progress progress) {
        return Terminal.isInteractive()
                ? StatusLine.start(progress, System.err)
                : StatusLine.none();
    }
}
