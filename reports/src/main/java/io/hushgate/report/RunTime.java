package io.hushgate.report;

import java.time.Instant;

/**
 * When a run began and ended. Formats that must be equal for equal input leave it out; those whose
 * readers demand it (GitLab) print it in UTC, whole seconds.
 */
public record RunTime(Instant began, Instant ended) {
    public RunTime {
        if (ended.isBefore(began)) {
            throw new IllegalArgumentException("%s is before %s".formatted(ended, began));
        }
    }
}
