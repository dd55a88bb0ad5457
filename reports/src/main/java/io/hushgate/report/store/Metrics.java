package io.hushgate.report.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How an organisation does, over a window of runs.
 *
 * @param leaks credentials that were live at some time of the window
 * @param contained of these, how many left the files, images and logs
 * @param rotated of the contained ones, how many had another value in the same file at once
 * @param newAccessViolations checks joined over Vault, Kubernetes and audit logs ({@code XA-},
 *     {@code AUD-}) that were first seen in the window
 * @param openAccessViolations of these checks, how many are open at its end
 * @param timeToDetect from the commit that brought a credential in to the run that saw it first
 * @param timeToContain from the run that saw it first to the run that saw it gone from the files
 */
public record Metrics(
        long leaks,
        long contained,
        long rotated,
        long newAccessViolations,
        long openAccessViolations,
        Spread timeToDetect,
        Spread timeToContain) {
    /** Rotated of all that were contained, from 0 to 1; empty when none was. */
    public Optional<Double> rotationRate() {
        return contained == 0 ? Optional.empty() : Optional.of((double) rotated / contained);
    }

    /**
     * Computes them.
     *
     * @param chronicle up to the last of the window
     * @param window numbers of runs, the oldest first; at least one
     */
    public static Metrics of(Chronicle chronicle, List<Long> window) {
        Set<Long> inside = new HashSet<>(window);
        long leaks = 0;
        long contained = 0;
        long rotated = 0;
        List<Duration> detections = new ArrayList<>();
        List<Duration> containments = new ArrayList<>();
        for (Lifecycle lifecycle : chronicle.lifecycles()) {
            if (lifecycle.key().kind() != Kind.LEAK) {
                continue;
            }
            List<Turn> ends =
                    lifecycle.containments().stream()
                            .filter(end -> inside.contains(end.run()))
                            .toList();
            boolean live = window.stream().anyMatch(n -> lifecycle.stateAt(n) == State.LIVE);
            leaks += live || !ends.isEmpty() ? 1 : 0;
            contained += ends.isEmpty() ? 0 : 1;
            rotated += ends.stream().anyMatch(end -> chronicle.isReplaced(lifecycle, end)) ? 1 : 0;
            Instant firstSeen = chronicle.began(lifecycle.turns().getFirst().run());
            if (inside.contains(lifecycle.turns().getFirst().run())) {
                chronicle
                        .introduced(lifecycle)
                        .map(at -> between(at, firstSeen))
                        .ifPresent(detections::add);
            }
            ends.forEach(end -> containments.add(between(firstSeen, chronicle.began(end.run()))));
        }
        long end = window.getLast();
        return new Metrics(
                leaks,
                contained,
                rotated,
                access(chronicle).filter(l -> inside.contains(l.turns().getFirst().run())).count(),
                access(chronicle).filter(l -> l.stateAt(end).isOpen()).count(),
                Spread.of(detections),
                Spread.of(containments));
    }

    private static Stream<Lifecycle> access(Chronicle chronicle) {
        return chronicle.lifecycles().stream().filter(l -> isAboutAccess(l.key().check()));
    }

    /** The families of checks that join rights with what is used, and that read audit logs. */
    static boolean isAboutAccess(String check) {
        return check.startsWith("XA-") || check.startsWith("AUD-");
    }

    /** A clock that goes wrong somewhere makes nothing negative. */
    private static Duration between(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.isNegative() ? Duration.ZERO : time;
    }
}
