package io.hushgate.rego.eval;

import java.time.Duration;

/**
 * How much one evaluation may use. Policies and documents come from the scanned project, and a few
 * lines of Rego can ask for more work than anybody wants to wait for.
 *
 * @param steps elements scanned, rules entered and builtins called; 0 or more
 * @param time by the clock, from the start of the evaluation
 * @param bytes estimated size of what comprehensions, partial rules and builtins have made, dropped
 *     values included; 0 or more
 * @param depth rules and functions that wait for each other; at least 1
 */
public record EvalLimits(long steps, Duration time, long bytes, int depth) {
    /**
     * A policy that judges one document takes 10,000 steps and some milliseconds; whole-estate
     * rules a thousand times that. A minute is what a CI job waits without complaint, 2 GB of made
     * values fit a 1 GB heap because most of them die young, and no written policy nests deeper
     * than some hundred rules.
     */
    public static final EvalLimits DEFAULT =
            new EvalLimits(2_000_000_000L, Duration.ofMinutes(1), 2L << 30, 4_000);

    public EvalLimits {
        if (steps < 0 || bytes < 0 || time.isNegative() || depth < 1) {
            throw new IllegalArgumentException(
                    "limits are not negative and depth is at least 1: %d steps, %s, %d bytes, depth %d"
                            .formatted(steps, time, bytes, depth));
        }
    }

    public EvalLimits withTime(Duration newTime) {
        return new EvalLimits(steps, newTime, bytes, depth);
    }
}
