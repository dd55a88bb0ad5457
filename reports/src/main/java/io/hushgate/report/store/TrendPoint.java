package io.hushgate.report.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run left behind, in numbers.
 *
 * @param at when it began
 * @param looked at how many targets
 * @param failed how many could not be looked at
 * @param openLeaks leaked credentials that are open, counted once a target
 * @param fresh issues that are new or open again
 * @param fixed issues that are gone since the run before
 * @param secrets different values that are live, over all targets
 * @param places that hold live values: the exposure surface
 */
public record TrendPoint(
        long run,
        Instant at,
        long looked,
        long failed,
        long openLeaks,
        long openViolations,
        long fresh,
        long fixed,
        long secrets,
        long places) {
    /** The outcomes of a run's looks, counted. */
    record Counts(long looked, long failed, long places) {}

    static TrendPoint of(Run run, Counts counts, List<Lifecycle> lifecycles) {
        long leaks = 0;
        long violations = 0;
        long fresh = 0;
        long fixed = 0;
        Set<String> secrets = new HashSet<>();
        for (Lifecycle lifecycle : lifecycles) {
            State state = lifecycle.stateAt(run.number());
            boolean leak = lifecycle.key().kind() == Kind.LEAK;
            leaks += state.isOpen() && leak ? 1 : 0;
            violations += state.isOpen() && !leak ? 1 : 0;
            if (state == State.LIVE && leak) {
                secrets.add(lifecycle.key().identity());
            }
            Change change = lifecycle.changeIn(run.number());
            fresh += change == Change.NEW || change == Change.REOPENED ? 1 : 0;
            fixed += change == Change.FIXED ? 1 : 0;
        }
        return new TrendPoint(
                run.number(),
                run.began(),
                counts.looked(),
                counts.failed(),
                leaks,
                violations,
                fresh,
                fixed,
                secrets.size(),
                counts.places());
    }
}
