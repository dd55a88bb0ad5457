package io.hushgate.run;

import io.hushgate.baseline.Accepted;
import io.hushgate.baseline.Baseline;
import io.hushgate.config.Configuration;
import io.hushgate.config.SelfCheck;
import io.hushgate.core.Confidence;
import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.Rule;
import io.hushgate.estate.EstateReading;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.usage.AuditFacts;
import io.hushgate.estate.usage.AuditLog;
import io.hushgate.library.Library;
import io.hushgate.report.Check;
import io.hushgate.report.Report;
import io.hushgate.report.Verdict;
import io.hushgate.rules.Rules;
import io.hushgate.rules.verify.Hosts;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run, from what was asked for to what is reported. */
public final class Scan {
    private final ScanRequest request;
    private final List<Target> targets;
    private final Settings settings;
    private final Configuration configuration;
    private final List<EstateReading> audited = new ArrayList<>();
    private Optional<Verifications> verifications = Optional.empty();

    /** What was looked at; empty before the run. */
    private Optional<Look> look = Optional.empty();

    private Optional<Baseline> baseline = Optional.empty();

    private Scan(ScanRequest request, List<Target> targets, Settings settings) {
        this.request = request;
        this.targets = targets;
        this.settings = settings;
        this.configuration = settings.configuration();
    }

    /**
     * Looks at the targets and reads the configuration; reads nothing else yet.
     *
     * @throws RuntimeException of the kinds that the command line answers with one line, when a
     *     target or the configuration cannot be used
     */
    public static Scan of(ScanRequest request) {
        boolean alone = request.targets().size() == 1;
        List<Target> targets =
                request.targets().stream()
                        .map(text -> Target.of(text, alone, request.limits()))
                        .toList();
        return new Scan(request, targets, Settings.of(request, targets.getFirst()));
    }

    /** Asks services about what was found, at hosts that the user allows by {@link Hosts}. */
    public void verify(Hosts hosts) {
        verifications = Optional.of(new Verifications(hosts));
    }

    /** Judges what a log of Vault shows as well. */
    public void audited(AuditLog log) {
        audited.add(AuditFacts.of(log));
    }

    /** Looks, judges and decides; once. */
    public Report run(Progress progress) {
        try (settings) {
            return report(progress);
        }
    }

    /** The facts that the run judged, for reports that draw them; none before it. */
    public List<Fact> facts() {
        return look.map(one -> one.estate().facts()).orElse(List.of());
    }

    private Report report(Progress progress) {
        Instant began = Instant.now();
        Gate gate = new Gate(options());
        Policies policies =
                Policies.of(
                        Library.shipped(),
                        userPolicies(),
                        configuration,
                        gate.input(List.of(), List.of(), Coverage.NONE, 1, 1),
                        asks(Half.POLICIES) && !(request.extent() instanceof Extent.Staged));
        progress.lap("policy texts");
        RuleSet rules = asks(Half.LEAKS) ? rules() : RuleSet.compile(List.of());
        progress.lap("rules");
        Foreign foreign = asks(Half.LEAKS) ? Foreign.read(ruleFiles()) : Foreign.NONE;
        Baseline baseline = baseline();
        FingerprintKey key = key();
        Look look = new Look(request, configuration.exclude(), rules, foreign, key, progress);
        if (asks(Half.LEAKS)) {
            layerCache(key, rules).ifPresent(look::remember);
        }
        Verifications asked = verifications.orElse(Verifications.NONE);
        asked.begin(look, key);
        this.look = Optional.of(look);
        Coverage coverage = Coverage.NONE;
        for (Target target : targets) {
            coverage = coverage.plus(look.at(target));
        }
        audited.forEach(look::add);
        progress.lap("look and match");
        coverage = coverage.plus(look.again(targets));
        progress.lap("second look");
        int ruleCount = foreign.rules().size() + rules.rules().size();
        Comments comments = comments(look, foreign, rules);
        List<Finding> found = asked.judged(look.opened(look.findings(comments)));
        progress.lap("findings");
        Policies.Judgement judgement = look.judged(policies, found);
        progress.lap("checks");
        Accepted accepted =
                baseline.apply(
                        found,
                        judgement.violations(),
                        key,
                        LocalDate.now(ZoneOffset.UTC),
                        acceptances().looked());
        List<Finding> findings = accepted.findings();
        List<Violation> violations = new ArrayList<>(accepted.all());
        violations.addAll(acceptances().beyond(baseline));
        violations.addAll(comments.alarms());
        violations.addAll(foreign.alarms());
        violations.addAll(asked.alarms());
        violations.addAll(settings.weakenings());
        int policyCount = asks(Half.POLICIES) ? policies.count() : 0;
        coverage = coverage.plus(look.coverage());
        Verdict verdict =
                policies.verdict(
                        gate.input(findings, violations, coverage, ruleCount, policyCount));
        progress.lap("gate");
        return new Report(
                ProgramVersion.get(),
                ToldTime.since(began, System.getenv()),
                verdict,
                coverage,
                ruleCount,
                policyCount,
                options().failOn(),
                checks(foreign, rules, findings, violations, judgement),
                findings,
                violations);
    }

    private Optional<LayerCache> layerCache(FingerprintKey key, RuleSet rules) {
        return request.images()
                .layerCache()
                .map(directory ->
                        LayerCache.in(
                                directory,
                                key,
                                rules,
                                Foreign.of(ruleFiles()),
                                request.limits(),
                                configuration.exclude()));
    }

    private Comments comments(Look look, Foreign foreign, RuleSet rules) {
        Predicate<String> isRule =
                id ->
                        Stream.concat(foreign.rules().stream(), rules.rules().stream())
                                .anyMatch(rule -> rule.id().text().equals(id));
        boolean count = request.configFrom().isEmpty();
        return new Comments(look::remark, isRule, LocalDate.now(ZoneOffset.UTC), count);
    }

    private boolean asks(Half half) {
        return request.halves().contains(half);
    }

    private List<Path> ruleFiles() {
        return Stream.concat(configuration.ruleFiles().stream(), request.ruleFiles().stream())
                .toList();
    }

    private RuleSet rules() {
        List<Path> files = Foreign.without(ruleFiles());
        Set<RuleId> disabled =
                configuration.disabledRules().stream().map(RuleId::new).collect(Collectors.toSet());
        return files.isEmpty() && disabled.isEmpty()
                ? Rules.shipped()
                : Rules.load(files, disabled);
    }

    private UserPolicies userPolicies() {
        if (!asks(Half.POLICIES)) {
            return UserPolicies.NONE;
        }
        return UserPolicies.load(
                Stream.concat(configuration.policyPaths().stream(), request.policyPaths().stream())
                        .toList());
    }

    FingerprintKey key() {
        Optional<FingerprintKey> lasting =
                FingerprintKeys.find(
                        Optional.ofNullable(System.getenv(FingerprintKeys.VARIABLE)),
                        configuration.fingerprintKeyFile(),
                        targets.getFirst().gitDirectory(),
                        Optional.ofNullable(System.getProperty("hushgate.home")).map(Path::of));
        if (lasting.isEmpty() && request.images().layerCache().isPresent()) {
            throw new RunProblem(
                    "--layer-cache: what is kept needs a fingerprint key that lasts; set "
                            + FingerprintKeys.VARIABLE
                            + " to 64 hexadecimal digits");
        }
        return lasting.orElseGet(FingerprintKeys::ofThisRun);
    }

    /** What is accepted by the run's baseline, which is read once. */
    Baseline baseline() {
        Baseline read = baseline.orElseGet(() -> acceptances().read());
        baseline = Optional.of(read);
        return read;
    }

    /** Tells whether findings of low confidence shut the gate, where its own policy judges. */
    public boolean countsLowConfidence() {
        return options().confidence() == Confidence.LOW;
    }

    Acceptances acceptances() {
        return new Acceptances(request, targets, settings);
    }

    private Gate.Options options() {
        return new Gate.Options(
                request.failOn().or(configuration::failOn).orElse(Severity.HIGH),
                configuration.failOnConfidence().orElse(Confidence.MEDIUM),
                request.allowIncomplete(),
                asks(Half.LEAKS),
                asks(Half.POLICIES),
                request.extent() instanceof Extent.History,
                request.extent() instanceof Extent.Staged
                        || request.extent() instanceof Extent.Range);
    }

    private static List<Check> checks(
            Foreign foreign,
            RuleSet rules,
            List<Finding> findings,
            List<Violation> violations,
            Policies.Judgement judgement) {
        Map<RuleId, Rule> others = new HashMap<>();
        foreign.rules().forEach(rule -> others.put(rule.id(), rule));
        List<Check> checks = new ArrayList<>();
        Set<RuleId> told = new HashSet<>();
        for (Finding finding : findings) {
            if (told.add(finding.rule())) {
                rules.find(finding.rule())
                        .or(() -> Optional.ofNullable(others.get(finding.rule())))
                        .ifPresent(rule ->
                                checks.add(
                                        new Check(
                                                rule.id().text(),
                                                Check.Kind.CREDENTIAL,
                                                rule.title(),
                                                rule.severity(),
                                                rule.remedy(),
                                                rule.references())));
            }
        }
        Set<String> complained = violations.stream().map(Violation::id).collect(Collectors.toSet());
        judgement.checks().values().stream()
                .map(PolicyCheck::describe)
                .filter(check -> complained.contains(check.id()))
                .forEach(checks::add);
        Arrays.stream(SelfCheck.values())
                .map(SelfCheck::describe)
                .filter(check -> complained.contains(check.id()))
                .forEach(checks::add);
        return checks;
    }
}
