package io.hushgate.cli.gitleaks;

import io.hushgate.core.FingerprintKey;
import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.Rule;
import io.hushgate.rules.Rules;
import io.hushgate.rules.gitleaks.Fragment;
import io.hushgate.rules.gitleaks.GitleaksConfig;
import io.hushgate.rules.gitleaks.GitleaksFinding;
import io.hushgate.rules.gitleaks.GitleaksScan;
import io.hushgate.rules.gitleaks.IgnoreFile;
import io.hushgate.rules.gitleaks.LeakBaseline;
import io.hushgate.source.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One run of a command, from its flags to its report and exit code. */
final class LeakRun {
    private static final int WHOLE = 100;

    private final LeakOptions options;
    private final String target;
    private final LeakLog log;
    private final GitleaksConfig config;
    private final LeakReports reports;

    private LeakRun(
            LeakOptions options,
            String target,
            LeakLog log,
            GitleaksConfig config,
            LeakReports reports) {
        this.options = options;
        this.target = target;
        this.log = log;
        this.config = config;
        this.reports = reports;
    }

    /**
     * Reads the configuration and checks where the report goes; looks at nothing yet.
     *
     * @throws RuntimeException of the kinds that the command line answers with one line
     */
    static LeakRun of(LeakOptions options, String target) {
        if (options.diagnostics != null || options.diagnosticsDirectory != null) {
            throw new LeakProblem(
                    "--diagnostics: it is about gitleaks' own process; use the JDK's jcmd");
        }
        if (options.redact < 0 || options.redact > WHOLE) {
            throw new LeakProblem("--redact %d: give 0 to 100".formatted(options.redact));
        }
        LeakLog log = new LeakLog(System.err, options.logLevel);
        LeakReports reports = LeakReports.of(options);
        GitleaksConfig config = config(options, target, System.getenv());
        config.warnings().forEach(log::warn);
        return new LeakRun(options, target, log, enabled(options, config), reports);
    }

    private static GitleaksConfig config(
            LeakOptions options, String target, Map<String, String> environment) {
        if (options.config != null) {
            return GitleaksConfig.read(options.config);
        }
        String path = environment.getOrDefault("GITLEAKS_CONFIG", "");
        if (!path.isEmpty()) {
            return GitleaksConfig.read(Path.of(path));
        }
        String text = environment.getOrDefault("GITLEAKS_CONFIG_TOML", "");
        if (!text.isEmpty()) {
            return GitleaksConfig.parse("GITLEAKS_CONFIG_TOML", text);
        }
        Path directory = Path.of(target);
        if (!Files.exists(directory)) {
            throw new LeakProblem("%s: there is no such file or directory".formatted(target));
        }
        Path own = directory.resolve(GitleaksConfig.FILE_NAME);
        return Files.isRegularFile(own) ? GitleaksConfig.read(own) : GitleaksConfig.NONE;
    }

    private static GitleaksConfig enabled(LeakOptions options, GitleaksConfig config) {
        if (options.enabled.isEmpty()) {
            return config;
        }
        Set<String> known =
                config.withShipped()
                        ? Rules.shipped().rules().stream()
                                .map(rule -> rule.id().text())
                                .collect(Collectors.toSet())
                        : Set.of();
        for (String id : options.enabled) {
            if (!config.ruleIds().contains(id) && !known.contains(id)) {
                throw new LeakProblem("--enable-rule %s: there is no such rule".formatted(id));
            }
        }
        return config.only(Set.copyOf(options.enabled));
    }

    private RuleSet shipped() {
        if (!config.withShipped()) {
            return RuleSet.compile(List.of());
        }
        RuleSet all = Rules.shipped();
        if (options.enabled.isEmpty()) {
            return all;
        }
        List<Rule> some =
                all.rules().stream()
                        .filter(rule -> options.enabled.contains(rule.id().text()))
                        .toList();
        return RuleSet.compile(some);
    }

    /** Looks at everything that a source hands out, reports, and gives the exit code. */
    int over(FragmentSource source, ScmLink links) {
        Instant began = Instant.now();
        IgnoreFile ignored = IgnoreFile.read(ignoreFiles());
        ignored.warnings().forEach(log::warn);
        RuleSet shipped = shipped();
        GitleaksScan scan =
                new GitleaksScan(
                        config,
                        shipped,
                        ignored,
                        baseline(),
                        new GitleaksScan.Options(
                                options.decodeDepth,
                                options.maxMegabytes,
                                options.ignoresAllow,
                                options.redact),
                        key(),
                        began);
        List<GitleaksFinding> findings = new ArrayList<>();
        Deadline deadline = new Deadline(options.timeoutSeconds);
        Supplier<Consumer<Fragment>> looks =
                () -> {
                    GitleaksScan.Looker looker = scan.looker();
                    return fragment -> {
                        if (isOurOwn(fragment.path()) || deadline.isOver(log)) {
                            return;
                        }
                        List<GitleaksFinding> found = looker.look(fragment);
                        synchronized (findings) {
                            findings.addAll(found);
                        }
                    };
                };
        source.read(config, Workers.available(), looks, log);
        findings.sort(null);
        return tell(findings, shipped, links, Duration.between(began, Instant.now()));
    }

    private int tell(
            List<GitleaksFinding> findings, RuleSet shipped, ScmLink links, Duration took) {
        log.info("scanned in %d ms".formatted(took.toMillis()));
        if (findings.isEmpty()) {
            log.info("no leaks found");
        } else {
            log.warn("leaks found: %d".formatted(findings.size()));
        }
        if (options.verbose) {
            LeakText.print(findings, links, System.out);
        }
        reports.write(findings, config, shipped, links);
        if (log.hasFailed()) {
            return LeakCommand.FAILED;
        }
        return findings.isEmpty() ? LeakCommand.CLEAN : options.exitCode;
    }

    /** The configuration and the baseline hold samples of what they are about. */
    private boolean isOurOwn(String path) {
        String own =
                options.config != null
                        ? options.config.toString()
                        : Path.of(target).resolve(GitleaksConfig.FILE_NAME).normalize().toString();
        boolean isBaseline =
                options.baseline != null
                        && Path.of(target)
                                .toAbsolutePath()
                                .normalize()
                                .relativize(options.baseline.toAbsolutePath().normalize())
                                .toString()
                                .equals(path);
        return !path.isEmpty() && (path.equals(own) || isBaseline);
    }

    private List<Path> ignoreFiles() {
        return List.of(
                options.ignore,
                options.ignore.resolve(IgnoreFile.FILE_NAME),
                Path.of(target).resolve(IgnoreFile.FILE_NAME));
    }

    private LeakBaseline baseline() {
        return options.baseline == null ? LeakBaseline.NONE : LeakBaseline.read(options.baseline);
    }

    /** Fingerprints are compared within the run alone: the reports of gitleaks have none. */
    private static FingerprintKey key() {
        byte[] bytes = new byte[FingerprintKey.BYTES];
        new SecureRandom().nextBytes(bytes);
        return FingerprintKey.of(bytes);
    }

    /** When the time of the run is up. */
    private static final class Deadline {
        private final long end;
        private final boolean counts;
        private boolean told;

        Deadline(int seconds) {
            this.counts = seconds > 0;
            this.end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        }

        synchronized boolean isOver(LeakLog log) {
            if (!counts || System.nanoTime() - end < 0) {
                return false;
            }
            if (!told) {
                told = true;
                log.error(
                        "the time of the run is up, and the rest was not looked at; raise --timeout");
            }
            return true;
        }
    }
}
