package io.hushgate.report.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Durations in three numbers.
 *
 * @param count how many there were
 * @param median half took no longer; empty when there were none
 * @param ninth nine of ten took no longer
 */
public record Spread(long count, Optional<Duration> median, Optional<Duration> ninth) {
    static Spread of(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return new Spread(sorted.size(), at(sorted, 5), at(sorted, 9));
    }

    /** The smallest that so many tenths do not exceed (nearest rank). */
    private static Optional<Duration> at(List<Duration> sorted, int tenths) {
        int rank = (sorted.size() * tenths + 9) / 10;
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
    }
}
