package io.hushgate.report.store;

import io.hushgate.core.Finding;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.report.Report;
import io.hushgate.report.RunTime;
import io.hushgate.report.history.Audit;
import io.hushgate.report.history.AuditHistory;
import io.hushgate.report.history.AuditRun;
import io.hushgate.report.history.Life;
import io.hushgate.report.history.Subject;
import io.hushgate.report.picture.Gallery;
import io.hushgate.report.picture.Picture;
import io.hushgate.report.recorded.Item;
import io.hushgate.report.recorded.RecordedReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Puts a run and the runs before it together as what one page tells. */
public final class AuditReader {
    private final RunReader reader;
    private final Chronicle chronicle;

    /**
     * A reader.
     *
     * @param chronicle up to the run that will be asked for
     */
    public AuditReader(Store store, Chronicle chronicle) {
        this.reader = RunReader.of(store);
        this.chronicle = chronicle;
    }

    /**
     * The last run of a window, with the window as its history.
     *
     * @param window numbers of runs, the oldest first; at least one
     * @throws StoreProblem when the run's details were pruned, or it looked at nothing yet
     */
    public Audit audit(List<Long> window) {
        Run run =
                chronicle.runs().stream()
                        .filter(known -> known.number() == window.getLast())
                        .findFirst()
                        .orElseThrow();
        List<Audit.Target> targets = new ArrayList<>();
        List<Audit.Unreached> unreached = new ArrayList<>();
        Map<String, Picture> pictures = new TreeMap<>();
        for (Look look : reader.looks(run.number())) {
            if (look.pruned()) {
                throw new StoreProblem(
                        "run %d: its details were pruned; ask for a later run, or see `hushgate audit history`"
                                .formatted(run.number()));
            }
            if (look.outcome() == Outcome.LOOKED) {
                targets.add(new Audit.Target(look.target(), report(run, look)));
                RecordedReport.access(look.summary())
                        .ifPresent(picture -> pictures.put(look.target(), picture));
            } else {
                unreached.add(
                        new Audit.Unreached(
                                look.target(), look.outcome().label() + ": " + look.detail()));
            }
        }
        if (targets.isEmpty() && unreached.isEmpty()) {
            throw new StoreProblem(
                    "run %d has looked at nothing yet; run `hushgate audit run` until it ends"
                            .formatted(run.number()));
        }
        return new Audit(
                run.inventory(),
                run.began(),
                targets,
                unreached,
                history(window),
                Gallery.of(pictures));
    }

    private Report report(Run run, Look look) {
        List<Finding> findings = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (Item item : reader.items(look)) {
            switch (item) {
                case Item.Leak(var finding, _) -> findings.add(finding);
                case Item.Complaint(var violation, _) -> violations.add(violation);
            }
        }
        RunTime time = new RunTime(run.began(), run.began());
        return RecordedReport.read(look.summary(), time, findings, violations);
    }

    /** The runs of a window as points, and the lives of what they saw. */
    public AuditHistory history(List<Long> window) {
        List<Life> lives =
                chronicle.lifecycles().stream()
                        .filter(lifecycle -> isIn(lifecycle, window))
                        .map(lifecycle -> life(lifecycle, window.getLast()))
                        .toList();
        return new AuditHistory(window.stream().map(this::point).toList(), lives);
    }

    private static boolean isIn(Lifecycle lifecycle, List<Long> window) {
        return window.stream()
                .anyMatch(run ->
                        lifecycle.stateAt(run) != State.GONE
                                || lifecycle.changeIn(run) == Change.FIXED);
    }

    private Life life(Lifecycle lifecycle, long run) {
        Item item = chronicle.item(lifecycle.turnAt(run).orElseThrow());
        Subject subject =
                switch (item) {
                    case Item.Leak(var finding, _) -> Subject.of(finding);
                    case Item.Complaint(var violation, _) -> Subject.of(violation);
                };
        Optional<Turn> end = lifecycle.containedAt(run);
        return new Life(
                lifecycle.target(),
                subject,
                item.owners().isEmpty()
                        ? Optional.empty()
                        : Optional.of(String.join(", ", item.owners())),
                chronicle.introduced(lifecycle),
                chronicle.began(lifecycle.turns().getFirst().run()),
                chronicle.began(chronicle.lastSeen(lifecycle, run)),
                end.map(turn ->
                        new Life.Ending(
                                chronicle.began(turn.run()),
                                chronicle.isReplaced(lifecycle, turn))),
                lifecycle.reopenings(run));
    }

    private AuditRun point(long run) {
        Map<Severity, Integer> open = new EnumMap<>(Severity.class);
        Map<Change, Integer> changes = new EnumMap<>(Change.class);
        Set<String> values = new HashSet<>();
        int accepted = 0;
        int access = 0;
        for (Lifecycle lifecycle : chronicle.lifecycles()) {
            State state = lifecycle.stateAt(run);
            changes.merge(lifecycle.changeIn(run), 1, Integer::sum);
            accepted += state == State.ACCEPTED ? 1 : 0;
            if (!state.isOpen()) {
                continue;
            }
            Item item = chronicle.item(lifecycle.turnAt(run).orElseThrow());
            open.merge(item.severity(), 1, Integer::sum);
            access += Metrics.isAboutAccess(lifecycle.key().check()) ? 1 : 0;
            if (state == State.LIVE && lifecycle.key().kind() == Kind.LEAK) {
                values.add(lifecycle.key().identity());
            }
        }
        List<Chronicle.Glance> looks = chronicle.looksIn(run);
        Predicate<Chronicle.Glance> whole = Chronicle.Glance::complete;
        return new AuditRun(
                String.valueOf(run),
                chronicle.began(run),
                Collections.unmodifiableMap(open),
                accepted,
                access,
                new AuditRun.Changes(
                        changes.getOrDefault(Change.NEW, 0),
                        changes.getOrDefault(Change.FIXED, 0),
                        changes.getOrDefault(Change.OPEN, 0),
                        changes.getOrDefault(Change.REOPENED, 0)),
                new AuditRun.Surface(values.size(), (int) chronicle.places(run)),
                new AuditRun.Reached(
                        looks.size(), (int) looks.stream().filter(whole.negate()).count()));
    }
}
