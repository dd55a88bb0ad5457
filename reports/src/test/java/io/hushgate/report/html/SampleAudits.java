package io.hushgate.report.html;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Confidence;
import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Grade;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.Location;
import io.hushgate.core.Reason;
import io.hushgate.core.Region;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import io.hushgate.report.Check;
import io.hushgate.report.Report;
import io.hushgate.report.RunTime;
import io.hushgate.report.SampleReports;
import io.hushgate.report.Verdict;
import io.hushgate.report.history.Audit;
import io.hushgate.report.history.AuditHistory;
import io.hushgate.report.history.AuditRun;
import io.hushgate.report.history.Life;
import io.hushgate.report.history.Subject;
import io.hushgate.report.picture.Picture;
import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import io.hushgate.report.picture.Picture.Emphasis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Audits with every part of a page, with hostile names, and of any size. */
final class SampleAudits {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final RunTime TIME = new RunTime(NOW.minusSeconds(60), NOW);

    private SampleAudits() {}

    /** Two targets, a picture, a year of runs. */
    static Audit full() {
        Report report = SampleReports.full();
        List<Life> lives = new ArrayList<>();
        Finding finding = report.findings().getFirst();
        lives.add(life(Subject.of(finding), Optional.empty()));
        lives.add(
                life(
                        new Subject(Check.Kind.CREDENTIAL, "sample-token", "aa"),
                        Optional.of(new Life.Ending(NOW.minus(Duration.ofDays(20)), true))));
        lives.add(
                life(
                        new Subject(Check.Kind.CREDENTIAL, "sample-token", "bb"),
                        Optional.of(new Life.Ending(NOW.minus(Duration.ofDays(80)), false))));
        return new Audit(
                "Platform",
                NOW,
                List.of(
                        new Audit.Target("shop", report),
                        new Audit.Target("bank", SampleReports.empty())),
                List.of(),
                new AuditHistory(runs(), lives),
                Optional.of(picture("web")));
    }

    private static Life life(Subject subject, Optional<Life.Ending> ending) {
        return new Life(
                "shop",
                subject,
                Optional.of("@platform"),
                Optional.of(NOW.minus(Duration.ofDays(400))),
                NOW.minus(Duration.ofDays(100)),
                NOW,
                ending,
                1);
    }

    private static List<AuditRun> runs() {
        List<AuditRun> runs = new ArrayList<>();
        for (int week = 0; week < 12; week++) {
            Map<Severity, Integer> open = new EnumMap<>(Severity.class);
            open.put(Severity.CRITICAL, 6 - week / 2);
            open.put(Severity.HIGH, 14 - week);
            open.put(Severity.MEDIUM, 9);
            runs.add(
                    new AuditRun(
                            "run-" + week,
                            NOW.minus(Duration.ofDays(7L * (11 - week))),
                            open,
                            3,
                            4,
                            new AuditRun.Changes(week % 3, 2, 20, week == 5 ? 1 : 0),
                            new AuditRun.Surface(12 - week / 2, 40 - 2 * week),
                            new AuditRun.Reached(2, week == 0 ? 1 : 0)));
        }
        return runs;
    }

    private static Picture picture(String name) {
        return new Picture(
                "Who reaches which secret",
                List.of(
                        new Box("a", "service account", name, Emphasis.START),
                        new Box("b", "Vault role", "shop", Emphasis.PLAIN),
                        new Box("c", "path", "secret/data/shop/*", Emphasis.GOAL),
                        new Box("d", "everything in Vault", "", Emphasis.ALARM),
                        new Box("e", "service account", "cron", Emphasis.START)),
                List.of(
                        new Arrow("a", "b", "logs in by", name + " logs in by shop", true),
                        new Arrow("b", "c", "read", "shop reads secret/data/shop/*", true),
                        new Arrow("e", "d", "has policy root", "cron has policy root", false)));
    }

    /** Everything that a scanned thing can name is called this. */
    static Audit named(String name) {
        CommitInfo commit = new CommitInfo("0123456789abcdef", name, NOW);
        Location place =
                new Location(
                        new Address.Inside(new Address.InCommit("0123", name), name),
                        Region.at(1, 1));
        Finding finding =
                new Finding(
                        new RuleId("sample-token"),
                        name,
                        Severity.HIGH,
                        Confidence.HIGH,
                        Grade.FORMAT,
                        "smp_****",
                        new Fingerprint("00112233445566778899aabbccddeeff"),
                        List.of(place),
                        FindingState.HEAD,
                        Optional.of(
                                new Attribution(
                                        commit, commit, List.of(name), true, List.of(name))),
                        List.of(
                                new LayerPlace(
                                        name,
                                        name,
                                        1,
                                        1,
                                        Optional.of(name),
                                        Optional.of(name),
                                        false,
                                        true,
                                        0600)),
                        Optional.of(
                                new Suppression(name, name, Optional.of(name), Optional.empty())),
                        name,
                        Optional.empty());
        Violation violation =
                new Violation(
                        "SAMPLE",
                        name,
                        Severity.LOW,
                        Confidence.LOW,
                        name,
                        place,
                        List.of(new Violation.RelatedLocation(place, name)),
                        name,
                        List.of(name, "javascript:" + name),
                        Optional.empty());
        Report report =
                new Report(
                        name,
                        TIME,
                        new Verdict(false, name, 1),
                        new Coverage(1, 1, 1, List.of(new Skip(name, Reason.CORRUPT, name))),
                        1,
                        1,
                        Severity.HIGH,
                        List.of(
                                new Check(
                                        "sample-token",
                                        Check.Kind.CREDENTIAL,
                                        name,
                                        Severity.HIGH,
                                        name,
                                        List.of(name)),
                                new Check(
                                        "SAMPLE",
                                        Check.Kind.POLICY,
                                        name,
                                        Severity.HIGH,
                                        name,
                                        List.of())),
                        List.of(finding),
                        List.of(violation));
        Life life =
                new Life(
                        name,
                        Subject.of(finding),
                        Optional.of(name),
                        Optional.empty(),
                        NOW,
                        NOW,
                        Optional.empty(),
                        0);
        return new Audit(
                name,
                NOW,
                List.of(new Audit.Target(name, report)),
                List.of(new Audit.Unreached(name, name)),
                new AuditHistory(runs(), List.of(life)),
                Optional.of(picture(name)));
    }

    /** As many findings as asked for, of four rules, one in ten of them accepted. */
    static Audit large(int findings) {
        List<Finding> all = new ArrayList<>();
        Severity[] severities = Severity.values();
        for (int i = 0; i < findings; i++) {
            all.add(
                    new Finding(
                            new RuleId("sample-" + i % 4),
                            "Sample service token of kind " + i % 4,
                            severities[i % severities.length],
                            Confidence.values()[i % 3],
                            Grade.FORMAT,
                            "smp_****",
                            new Fingerprint(String.format(Locale.ROOT, "%032x", i)),
                            List.of(
                                    new Location(
                                            new Address.File(
                                                    "service-%s/app-%s.env".formatted(i % 50, i)),
                                            Region.at(i + 1, 3))),
                            FindingState.HEAD,
                            Optional.empty(),
                            List.of(),
                            i % 10 == 0
                                    ? Optional.of(
                                            new Suppression(
                                                    "fixture",
                                                    "team-a",
                                                    Optional.empty(),
                                                    Optional.empty()))
                                    : Optional.empty(),
                            "Revoke it in the settings of the service, then give the program a new one from a store.",
                            Optional.empty()));
        }
        Report report =
                new Report(
                        "0.1.0",
                        TIME,
                        new Verdict(false, "many at or above high", 1),
                        new Coverage(findings, 1_000_000, 0, List.of()),
                        412,
                        155,
                        Severity.HIGH,
                        List.of(),
                        all,
                        List.of());
        return Audit.of(report);
    }
}
