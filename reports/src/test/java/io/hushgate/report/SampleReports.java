package io.hushgate.report;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.Blast;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports that use every field once, with names that try to break a renderer. */
public final class SampleReports {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private static final RunTime TIME =
            new RunTime(
                    Instant.parse("2026-01-02T03:04:05.678Z"),
                    Instant.parse("2026-01-02T03:04:07.001Z"));

    private SampleReports() {}

    public static Report full() {
        Location here =
                new Location(new Address.File("deploy/values.yaml"), new Region(3, 9, 3, 49));
        Location again =
                new Location(new Address.File("deploy/copy.yaml"), new Region(4, 9, 4, 49));
        Location there =
                new Location(
                        new Address.InCommit(COMMIT, "old name \u202e\n.env"),
                        new Region(1, 1, 2, 1));
        Finding token =
                new Finding(
                                new RuleId("sample-token"),
                                "Sample service token",
                                Severity.CRITICAL,
                                Confidence.HIGH,
                                Grade.CHECKSUM_VALID,
                                "smp_****",
                                new Fingerprint("00112233445566778899aabbccddeeff"),
                                List.of(there, here, again),
                                FindingState.HEAD,
                                Optional.of(
                                        new Attribution(
                                                commit("2024-01-02T03:04:05Z"),
                                                commit("2025-01-02T03:04:05Z"),
                                                List.of("deploy/values.yaml", "old name.env"),
                                                true,
                                                List.of("refs/heads/main"))),
                                List.of(),
                                Optional.empty(),
                                "Revoke it, then rotate.",
                                Optional.empty())
                        .opening(
                                Severity.CRITICAL,
                                new Blast(
                                        "service account shop/web",
                                        1,
                                        2,
                                        0,
                                        0,
                                        0,
                                        false,
                                        Severity.HIGH,
                                        List.of(
                                                new Blast.Reached(
                                                        "read on path secret/data/prod/*",
                                                        "logs in to Vault role kubernetes/web",
                                                        List.of(
                                                                new Location(
                                                                        new Address.File(
                                                                                "vault/setup.sh"),
                                                                        Region.at(4, 1))))),
                                        List.of("Delete the Secret.", "Rotate what it read.")));
        Finding accepted =
                new Finding(
                        new RuleId("sample-password"),
                        "Password in an assignment",
                        Severity.HIGH,
                        Confidence.MEDIUM,
                        Grade.CONTEXTUAL,
                        "****",
                        new Fingerprint("ffeeddccbbaa99887766554433221100"),
                        List.of(
                                new Location(
                                        new Address.InLayer("sha256:ab", "etc/app.conf"),
                                        Region.at(7, 2))),
                        FindingState.HIDDEN_LAYER,
                        Optional.empty(),
                        List.of(
                                new LayerPlace(
                                        "app:1.0 linux/amd64",
                                        "sha256:ab",
                                        2,
                                        3,
                                        Optional.of("4 COPY"),
                                        Optional.of("Dockerfile:7"),
                                        false,
                                        true,
                                        0644)),
                        Optional.of(
                                new Suppression(
                                        "fixture",
                                        "team-a",
                                        Optional.of("SEC-12"),
                                        Optional.of(LocalDate.of(2027, 1, 1)))),
                        "Move it to a secret store.",
                        Optional.empty());
        Violation wide =
                new Violation(
                        "VLT-POL-SUDO",
                        "Policy grants sudo",
                        Severity.HIGH,
                        Confidence.HIGH,
                        "path \"sys/auth/*\" grants sudo",
                        new Location(new Address.File("vault/app.hcl"), new Region(5, 1, 7, 2)),
                        List.of(
                                new Violation.RelatedLocation(
                                        new Location(
                                                new Address.File("vault/roles.tf"),
                                                Region.at(2, 3)),
                                        "the role that carries the policy")),
                        "Name the paths that need it.",
                        List.of("https://developer.hashicorp.com/vault/docs/concepts/policies"),
                        Optional.empty());
        Coverage coverage =
                new Coverage(
                        1203,
                        8_812_345,
                        17,
                        List.of(
                                new Skip("pipes/in", Reason.NOT_A_FILE, "a FIFO is not opened"),
                                new Skip(
                                        "big.bin",
                                        Reason.LIMIT_SIZE,
                                        "over 64 GiB; raise the limit")));
        return new Report(
                "0.1.0",
                TIME,
                new Verdict(false, "2 at or above high", 1),
                coverage,
                412,
                155,
                Severity.HIGH,
                List.of(
                        check("sample-token", Check.Kind.CREDENTIAL, "Sample service token"),
                        check(
                                "sample-password",
                                Check.Kind.CREDENTIAL,
                                "Password in an assignment"),
                        check("VLT-POL-SUDO", Check.Kind.POLICY, "Policy grants sudo")),
                List.of(accepted, token),
                List.of(wide));
    }

    public static Report empty() {
        return new Report(
                "0.1.0",
                TIME,
                new Verdict(true, "nothing at or above high", 0),
                new Coverage(1, 999, 0, List.of()),
                1,
                1,
                Severity.HIGH,
                List.of(),
                List.of(),
                List.of());
    }

    /** A shut gate over these, otherwise as {@link #full}. */
    public static Report of(List<Finding> findings, List<Violation> violations) {
        Report full = full();
        return new Report(
                full.version(),
                full.time(),
                full.verdict(),
                full.coverage(),
                full.rules(),
                full.policies(),
                full.failOn(),
                full.checks(),
                findings,
                violations);
    }

    private static CommitInfo commit(String time) {
        return new CommitInfo(COMMIT, "Ann Author <ann@example.com>", Instant.parse(time));
    }

    private static Check check(String id, Check.Kind kind, String title) {
        return new Check(
                id,
                kind,
                title,
                Severity.HIGH,
                "Mend it.",
                List.of("https://docs.example.com/" + id));
    }
}
