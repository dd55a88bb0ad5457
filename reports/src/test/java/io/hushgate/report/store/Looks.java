package io.hushgate.report.store;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Confidence;
import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Grade;
import io.hushgate.core.Location;
import io.hushgate.core.Reason;
import io.hushgate.core.Region;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.Skip;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import io.hushgate.report.recorded.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs saw, made up. */
final class Looks {
    static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    private Looks() {}

    static Instant day(int number) {
        return DAY.plusSeconds(86_400L * number);
    }

    /** A value that lies live in a file, and came in by a commit ten days before the first. */
    static Item leak(String value, String file) {
        return leak(value, file, FindingState.HEAD, Optional.empty());
    }

    static Item past(String value, String file) {
        return leak(value, file, FindingState.HISTORY_ONLY, Optional.empty());
    }

    static Item accepted(String value, String file) {
        Suppression given =
                new Suppression("revoked", "team-a", Optional.empty(), Optional.empty());
        return leak(value, file, FindingState.HEAD, Optional.of(given));
    }

    private static Item leak(
            String value, String file, FindingState state, Optional<Suppression> suppression) {
        CommitInfo commit = new CommitInfo("c0ffee", "Ann <ann@example.com>", day(-10));
        return new Item.Leak(
                new Finding(
                        new RuleId("sample-token"),
                        "Sample service token",
                        Severity.CRITICAL,
                        Confidence.HIGH,
                        Grade.FORMAT,
                        "smp_****",
                        new Fingerprint("%32s".formatted(value).replace(' ', '0')),
                        List.of(place(file)),
                        state,
                        Optional.of(
                                new Attribution(commit, commit, List.of(file), true, List.of())),
                        List.of(),
                        suppression,
                        "Revoke it.",
                        Optional.empty()),
                List.of("@team-a"));
    }

    static Item violation(String id, String file) {
        return new Item.Complaint(
                new Violation(
                        id,
                        "Too much",
                        Severity.HIGH,
                        Confidence.HIGH,
                        "it reaches everything",
                        place(file),
                        List.of(),
                        "Take it away.",
                        List.of(),
                        Optional.empty()),
                List.of());
    }

    private static Location place(String file) {
        return new Location(new Address.File(file), Region.at(1, 1));
    }

    static TargetLook looked(String target, Item... items) {
        return look(target, Coverage.NONE, items);
    }

    /** A look that could not read one file. */
    static TargetLook blind(String target, String file, Item... items) {
        Skip skip = new Skip(file, Reason.UNREADABLE, "permission denied");
        return look(target, new Coverage(0, 0, 0, List.of(skip)), items);
    }

    private static TargetLook look(String target, Coverage coverage, Item... items) {
        return new TargetLook(
                target,
                1,
                "path",
                "team-a",
                Outcome.LOOKED,
                "",
                new Sight(true, true, true, coverage),
                "{}",
                Stream.of(items).map(Sighting::of).toList());
    }

    static TargetLook failed(String target) {
        return new TargetLook(
                target,
                2,
                "repository",
                "",
                Outcome.UNREACHABLE,
                "connection refused",
                new Sight(true, true, true, Coverage.NONE),
                "",
                List.of());
    }

    /** A whole run, dated with a day. */
    static Run run(Store store, int day, TargetLook... looks) {
        RunWriter writer = RunWriter.to(store);
        Run run = writer.begin("all", "d1", "0.1.0", "0a0b0c0d", day(day));
        for (TargetLook look : looks) {
            writer.commit(run, look);
        }
        writer.end(run, day(day));
        return run;
    }
}
