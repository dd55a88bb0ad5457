package io.hushgate.baseline;

import io.hushgate.config.SelfCheck;
import io.hushgate.core.Address;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import io.hushgate.report.Complaints;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The acceptances of a file. Fingerprints of credentials compare only under the key that they were
 * made with, so the file names it.
 */
public final class Baseline {
    /** Looked for at the root of the first target. */
    public static final String FILE_NAME = "hushgate-baseline.jsonl";

    /** Accepts nothing. */
    public static final Baseline NONE = new Baseline("", Anchor.ROOT, Optional.empty(), List.of());

    /** How much of what a baseline speaks of was looked at. */
    public enum Looked {
        /** A part: staged changes, a range, a directory. */
        PARTLY,
        /** All files as they are now. */
        PRESENT,
        /** All files and all commits. */
        PAST;

        private boolean covers(Acceptance acceptance) {
            return this == PAST || (this == PRESENT && !acceptance.historic());
        }
    }

    private final String shownAs;
    private final Anchor anchor;
    private final Optional<String> key;
    private final List<Acceptance> acceptances;

    Baseline(String shownAs, Anchor anchor, Optional<String> key, List<Acceptance> acceptances) {
        this.shownAs = shownAs;
        this.anchor = anchor;
        this.key = key;
        this.acceptances = acceptances.stream().sorted().toList();
    }

    /**
     * Reads a file.
     *
     * @param shownAs the file's name in reports
     * @param anchor where the addresses of the run begin
     * @throws BaselineProblem when it cannot be read or is of another tool or version; with the
     *     line
     */
    public static Baseline read(Path file, String shownAs, Anchor anchor) {
        return BaselineReader.read(file, shownAs, anchor);
    }

    /** An alarm for each acceptance that a trusted baseline does not have. */
    public List<Violation> beyond(Baseline trusted) {
        return acceptances.stream()
                .filter(acceptance ->
                        trusted.acceptances.stream()
                                .noneMatch(known -> known.compareTo(acceptance) == 0))
                .map(acceptance ->
                        SelfCheck.ACCEPTANCE_OWN.at(
                                line(acceptance),
                                "the change would accept %s at %s"
                                        .formatted(acceptance.check(), acceptance.path())))
                .toList();
    }

    /** How many lines accept something. */
    public int size() {
        return acceptances.size();
    }

    /**
     * Marks what is accepted.
     *
     * @param today an acceptance counts up to and with its last day
     * @param looked how much was looked at, which decides what can be told to be gone
     * @throws BaselineProblem when the file was written under another fingerprint key
     */
    public Accepted apply(
            List<Finding> findings,
            List<Violation> violations,
            FingerprintKey fingerprints,
            LocalDate today,
            Looked looked) {
        if (acceptances.isEmpty()) {
            return new Accepted(findings, violations, List.of());
        }
        checkKey(fingerprints);
        Application application = new Application(today);
        List<Finding> told = new ArrayList<>();
        findings.forEach(finding -> told.addAll(application.accept(finding)));
        List<Violation> judged = violations.stream().map(application::accept).toList();
        return new Accepted(told, judged, alarms(application, told, today, looked));
    }

    private void checkKey(FingerprintKey fingerprints) {
        if (key.isPresent() && !key.get().equals(fingerprints.id())) {
            throw new BaselineProblem(
                    ("%s: it was written under the fingerprint key %s, and this run has the key %s; give"
                                    + " all machines the same one, for example in HUSHGATE_FINGERPRINT_KEY")
                            .formatted(shownAs, key.get(), fingerprints.id()));
        }
    }

    private List<Violation> alarms(
            Application application, List<Finding> told, LocalDate today, Looked looked) {
        List<Violation> alarms = new ArrayList<>();
        for (Acceptance acceptance : acceptances) {
            String what = acceptance.check() + " at " + acceptance.path();
            if (acceptance.hasExpired(today)) {
                String end = acceptance.suppression().expires().map(Object::toString).orElse("");
                alarms.add(
                        SelfCheck.ACCEPTANCE_EXPIRED.at(
                                line(acceptance), "%s was accepted until %s".formatted(what, end)));
            } else if (looked.covers(acceptance) && !application.used.contains(acceptance)) {
                Optional<Location> other = otherValue(acceptance, told);
                alarms.add(
                        other.isPresent()
                                ? SelfCheck.ACCEPTANCE_OTHER_VALUE.at(
                                        line(acceptance),
                                        "%s: the value at %s is another one"
                                                .formatted(what, other.get()))
                                : SelfCheck.ACCEPTANCE_UNUSED.at(
                                        line(acceptance), what + " was not found any more"));
            }
            if (acceptance.isWide()) {
                alarms.add(
                        SelfCheck.ACCEPTANCE_WIDE.at(
                                line(acceptance), what + " is accepted wherever it turns up"));
            }
        }
        return alarms;
    }

    private Location line(Acceptance acceptance) {
        return new Location(new Address.File(shownAs), Region.at(acceptance.line(), 1));
    }

    private Optional<Location> otherValue(Acceptance acceptance, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.suppression().isEmpty())
                .filter(finding -> finding.rule().text().equals(acceptance.check()))
                .flatMap(finding -> finding.occurrences().stream())
                .filter(place -> acceptance.covers(anchor.path(place.address())))
                .findFirst();
    }

    /** An empty one for a run, to be {@link #renewed}. */
    public static Baseline empty(Anchor anchor) {
        return new Baseline("", anchor, Optional.empty(), List.of());
    }

    /**
     * A baseline that accepts all of what is still open as well, and nothing that was not found.
     *
     * @param told what a run found, after {@link #apply}
     * @param suppression empty to add nothing
     */
    public Baseline renewed(
            Accepted told, FingerprintKey fingerprints, Optional<Suppression> suppression) {
        SortedSet<Acceptance> kept = new TreeSet<>();
        told.findings().forEach(finding -> kept.addAll(of(finding, suppression)));
        told.violations().forEach(violation -> kept.addAll(of(violation, suppression)));
        return new Baseline(shownAs, anchor, Optional.of(fingerprints.id()), List.copyOf(kept));
    }

    private List<Acceptance> of(Finding finding, Optional<Suppression> suppression) {
        List<Acceptance> lines = new ArrayList<>();
        for (Location place : finding.occurrences()) {
            if (finding.suppression().isPresent()) {
                acceptances.stream()
                        .filter(acceptance ->
                                acceptance.fingerprint().equals(finding.fingerprint())
                                        && acceptance.covers(anchor.path(place.address())))
                        .forEach(lines::add);
            } else {
                suppression.ifPresent(given ->
                        lines.add(
                                new Acceptance(
                                        finding.rule().text(),
                                        finding.fingerprint(),
                                        finding.state() == FindingState.HISTORY_ONLY,
                                        Acceptance.glob(anchor.path(place.address())),
                                        given,
                                        Acceptance.NEW)));
            }
        }
        return lines;
    }

    private List<Acceptance> of(Violation violation, Optional<Suppression> suppression) {
        Address address = violation.location().address();
        if (violation.suppression().isPresent()) {
            return acceptances.stream()
                    .filter(acceptance ->
                            acceptance.fingerprint().equals(Complaints.of(violation))
                                    && acceptance.covers(anchor.path(address)))
                    .toList();
        }
        return suppression.stream()
                .map(given ->
                        new Acceptance(
                                violation.id(),
                                Complaints.of(violation),
                                false,
                                Acceptance.glob(anchor.path(address)),
                                given,
                                Acceptance.NEW))
                .toList();
    }

    /** The file's text: sorted, so that two branches add lines at different places. */
    public String text() {
        return BaselineWriter.write(key, acceptances);
    }

    /** One run's acceptances, and which of them were needed. */
    private final class Application {
        private final SortedSet<Acceptance> used = new TreeSet<>();
        private final LocalDate today;

        Application(LocalDate today) {
            this.today = today;
        }

        private Optional<Suppression> accept(Fingerprint fingerprint, Address address) {
            List<Acceptance> matching =
                    acceptances.stream()
                            .filter(acceptance ->
                                    acceptance.fingerprint().equals(fingerprint)
                                            && !acceptance.hasExpired(today)
                                            && acceptance.covers(anchor.path(address)))
                            .toList();
            used.addAll(matching);
            return matching.stream().findFirst().map(Acceptance::suppression);
        }

        List<Finding> accept(Finding finding) {
            if (finding.suppression().isPresent()) {
                return List.of(finding);
            }
            List<Location> open = new ArrayList<>();
            List<Location> closed = new ArrayList<>();
            Optional<Suppression> first = Optional.empty();
            for (Location place : finding.occurrences()) {
                Optional<Suppression> given = accept(finding.fingerprint(), place.address());
                (given.isPresent() ? closed : open).add(place);
                first = first.or(() -> given);
            }
            if (closed.isEmpty()) {
                return List.of(finding);
            }
            Finding accepted = finding.at(closed, first);
            return open.isEmpty()
                    ? List.of(accepted)
                    : List.of(finding.at(open, Optional.empty()), accepted);
        }

        Violation accept(Violation violation) {
            return accept(Complaints.of(violation), violation.location().address())
                    .map(given -> violation.suppressed(given))
                    .orElse(violation);
        }
    }
}
