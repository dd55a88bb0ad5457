package io.hushgate.report.html;

import static java.util.stream.Collectors.toList;

import io.hushgate.report.Amount;
import io.hushgate.report.Check;
import io.hushgate.report.history.Audit;
import io.hushgate.report.history.AuditRun;
import io.hushgate.report.history.AuditRun.Changes;
import io.hushgate.report.history.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Measures an audit: rotation, access violations, time to detect, time to contain, exposure
 * surface. Middles are medians, for one forgotten key of ten years would hide all others in a mean.
 */
final class Indicators {
    private static final Changes UNKNOWN = new Changes(0, 0, 0, 0);
    private final Audit audit;
    private final Items items;
    private final List<Life> credentials;

    private Indicators(Audit audit, Items items) {
        this.audit = audit;
        this.items = items;
        this.credentials =
                audit.history().lives().stream()
                        .filter(life -> life.subject().kind() == Check.Kind.CREDENTIAL)
                        .toList();
    }

    static List<Indicator> of(Audit audit, Items items) {
        Indicators indicators = new Indicators(audit, items);
        return List.of(
                indicators.rotation(),
                indicators.access(),
                indicators.detection(),
                indicators.containment(),
                indicators.surface());
    }

    private Indicator rotation() {
        String name = "Rotation rate";
        long gone = credentials.stream().filter(life -> life.ending().isPresent()).count();
        if (gone == 0) {
            return new Indicator(
                    name,
                    Indicator.UNKNOWN,
                    audit.history().runs().size() < 2
                            ? "Needs a second audit of the same targets."
                            : "No leaked credential has gone away yet.");
        }
        long rotated =
                credentials.stream()
                        .flatMap(life -> life.ending().stream())
                        .filter(Life.Ending::rotated)
                        .count();
        return new Indicator(
                name,
                Math.round(100.0 * rotated / gone) + " %",
                "%s of %s that went away stood replaced by another value; the rest was only removed."
                        .formatted(Amount.of(rotated), Amount.of(gone, "credential")));
    }

    private Indicator access() {
        int now = AuditRun.of("", audit, UNKNOWN).accessViolations();
        List<AuditRun> runs = audit.history().runs();
        String then =
                runs.size() < 2
                        ? ""
                        : " %s in the run before."
                                .formatted(Amount.of(runs.get(runs.size() - 2).accessViolations()));
        return new Indicator(
                "Access violations",
                Amount.of(now),
                "Rights that are missing, unused or wider than what is used, and logins that were refused."
                        + then);
    }

    private Indicator detection() {
        List<Duration> times = new ArrayList<>();
        for (Life life : credentials) {
            life.introduced().ifPresent(then -> times.add(between(then, life.firstSeen())));
        }
        if (!times.isEmpty()) {
            return new Indicator(
                    "Time to detect",
                    Amount.of(median(times)),
                    "From the commit to the audit that saw it, median of %s; the longest took %s."
                            .formatted(
                                    Amount.of(times.size(), "credential"),
                                    Amount.of(Collections.max(times))));
        }
        List<Duration> exposed =
                items.open().stream()
                        .filter(item -> item.subject().kind() == Check.Kind.CREDENTIAL)
                        .flatMap(item -> item.since().stream())
                        .map(since -> between(since, audit.time()))
                        .collect(toList());
        return exposed.isEmpty()
                ? new Indicator(
                        "Time to detect",
                        Indicator.UNKNOWN,
                        "Needs the history of commits: hushgate scan --history.")
                : new Indicator(
                        "Exposed so far",
                        Amount.of(median(exposed)),
                        "From the commit until now, median of %s; the oldest is out for %s."
                                .formatted(
                                        Amount.of(exposed.size(), "credential"),
                                        Amount.of(Collections.max(exposed))));
    }

    private Indicator containment() {
        List<Duration> times = new ArrayList<>();
        Optional<Instant> oldest = Optional.empty();
        for (Life life : audit.history().lives()) {
            if (life.ending().isPresent()) {
                times.add(between(life.firstSeen(), life.ending().get().time()));
            } else if (oldest.map(life.firstSeen()::isBefore).orElse(true)) {
                oldest = Optional.of(life.firstSeen());
            }
        }
        String waiting =
                oldest.map(since ->
                                " The oldest that is open waits for %s."
                                        .formatted(Amount.of(between(since, audit.time()))))
                        .orElse("");
        return times.isEmpty()
                ? new Indicator(
                        "Time to contain",
                        Indicator.UNKNOWN,
                        (audit.history().runs().size() < 2
                                        ? "Needs a second audit of the same targets."
                                        : "Nothing has been fixed yet.")
                                + waiting)
                : new Indicator(
                        "Time to contain",
                        Amount.of(median(times)),
                        "From the audit that saw it to the one that missed it, median of %s.%s"
                                .formatted(Amount.of(times.size(), "case"), waiting));
    }

    private Indicator surface() {
        AuditRun.Surface surface = AuditRun.of("", audit, UNKNOWN).surface();
        int most =
                items.open().stream()
                        .filter(item -> item.subject().kind() == Check.Kind.CREDENTIAL)
                        .mapToInt(item -> item.places().size())
                        .max()
                        .orElse(0);
        return new Indicator(
                "Exposure surface",
                Amount.of(surface.places(), "place"),
                surface.secrets() == 0
                        ? "No leaked credential is open."
                        : "%s lie there; the most spread one at %s."
                                .formatted(
                                        Amount.of(surface.secrets(), "leaked value"),
                                        Amount.of(most, "place")));
    }

    private static Duration between(Instant from, Instant to) {
        return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
    }

    /** The lower of the two in the middle of an even number. */
    private static Duration median(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
