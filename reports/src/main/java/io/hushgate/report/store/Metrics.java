package io.hushgate.report.store;

import io.hushgate.core.CommitInfo;
import io.hushgate.report.recorded.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How an organisation does, over a window of runs.
 *
 * @param leaks credentials that were live at some time of the window
 * @param contained of these, how many left the files, images and logs
 * @param rotated of these, how many had another value in the same place at once
 * @param newAccessViolations checks joined over Vault, Kubernetes and audit logs ({@code XA-},
 *     {@code AUD-}) that were first seen in the window
 * @param openAccessViolations of these checks, how many are open at its end
 * @param timeToDetect from the commit that brought a credential in to the run that saw it first
 * @param timeToContain from the run that saw it first to the run that saw it gone from the files
 * @param trend one point a run, the oldest first
 */
public record Metrics(
        long leaks,
        long contained,
        long rotated,
        long newAccessViolations,
        long openAccessViolations,
        Spread timeToDetect,
        Spread timeToContain,
        List<TrendPoint> trend) {
    public Metrics {
        trend = List.copyOf(trend);
    }

    /** Rotated of all that were live, from 0 to 1; empty when none was. */
    public Optional<Double> rotationRate() {
        return leaks == 0 ? Optional.empty() : Optional.of((double) rotated / leaks);
    }

    /**
     * Computes them.
     *
     * @param window numbers of runs, the oldest first; at least one
     */
    public static Metrics of(RunReader reader, List<Long> window) {
        return new Computation(reader, window).metrics();
    }

    /** The steps of one computation. */
    private static final class Computation {
        private final RunReader reader;
        private final List<Long> window;
        private final Map<Long, Run> runs = new TreeMap<>();
        private final List<Lifecycle> lifecycles;

        Computation(RunReader reader, List<Long> window) {
            this.reader = reader;
            this.window = window;
            this.lifecycles = reader.lifecycles(window.getLast());
            reader.runs().forEach(run -> runs.put(run.number(), run));
        }

        Metrics metrics() {
            long leaks = 0;
            long contained = 0;
            long rotated = 0;
            List<Duration> detections = new ArrayList<>();
            List<Duration> containments = new ArrayList<>();
            for (Lifecycle lifecycle : lifecycles) {
                if (lifecycle.key().kind() != Kind.LEAK) {
                    continue;
                }
                List<Turn> ends =
                        lifecycle.containments().stream().filter(this::isInWindow).toList();
                boolean live = window.stream().anyMatch(n -> lifecycle.stateAt(n) == State.LIVE);
                leaks += live || !ends.isEmpty() ? 1 : 0;
                contained += ends.isEmpty() ? 0 : 1;
                rotated += ends.stream().anyMatch(end -> isReplaced(lifecycle, end)) ? 1 : 0;
                Turn first = lifecycle.turns().getFirst();
                if (isInWindow(first)) {
                    introduced(first)
                            .map(at -> between(at, began(first)))
                            .ifPresent(detections::add);
                }
                ends.forEach(end -> containments.add(between(began(first), began(end))));
            }
            return new Metrics(
                    leaks,
                    contained,
                    rotated,
                    accessViolations().filter(l -> isInWindow(l.turns().getFirst())).count(),
                    accessViolations().filter(l -> l.stateAt(window.getLast()).isOpen()).count(),
                    Spread.of(detections),
                    Spread.of(containments),
                    trend());
        }

        private Stream<Lifecycle> accessViolations() {
            return lifecycles.stream()
                    .filter(lifecycle ->
                            lifecycle.key().check().startsWith("XA-")
                                    || lifecycle.key().check().startsWith("AUD-"));
        }

        private boolean isInWindow(Turn turn) {
            return window.contains(turn.run());
        }

        private Instant began(Turn turn) {
            return Optional.ofNullable(runs.get(turn.run())).orElseThrow().began();
        }

        /** A clock that goes wrong somewhere makes nothing negative. */
        private static Duration between(Instant from, Instant to) {
            Duration time = Duration.between(from, to);
            return time.isNegative() ? Duration.ZERO : time;
        }

        private Optional<Instant> introduced(Turn first) {
            return reader.item(first.item()) instanceof Item.Leak(var finding, _)
                    ? finding.attribution().map(history -> history.first()).map(CommitInfo::time)
                    : Optional.empty();
        }

        /** Tells whether another value of that check came to one of the places in that run. */
        private boolean isReplaced(Lifecycle old, Turn end) {
            Set<String> places = files(old.turns().getFirst());
            places.addAll(files(end));
            return lifecycles.stream()
                    .filter(other -> other.target().equals(old.target()))
                    .filter(other -> other.key().check().equals(old.key().check()))
                    .filter(other -> other.isNewIn(end.run()))
                    .anyMatch(other ->
                            files(other.turns().getFirst()).stream().anyMatch(places::contains));
        }

        private Set<String> files(Turn turn) {
            Set<String> files = new HashSet<>();
            reader.item(turn.item()).places().forEach(place -> files.add(place.address().file()));
            return files;
        }

        private List<TrendPoint> trend() {
            List<TrendPoint> points = new ArrayList<>();
            for (long number : window) {
                Run run = Optional.ofNullable(runs.get(number)).orElseThrow();
                points.add(TrendPoint.of(run, reader.counts(number), lifecycles));
            }
            return points;
        }
    }
}
