package io.hushgate.rego;

import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.eval.EvalLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * How a program is evaluated.
 *
 * @param limits how much one evaluation may use
 * @param strictBuiltinErrors whether a builtin that fails ends the evaluation; otherwise its result
 *     is undefined
 * @param clock gives each evaluation its one time, which {@code time.now_ns} shows
 * @param seed what {@code rand.intn} and {@code uuid.rfc4122} start from
 * @param environment what {@code opa.runtime().env} shows
 * @param permissions what policies may do outside; nothing by default
 * @param print takes the lines of {@code print}
 * @param trace takes the notes of {@code trace}
 */
public record Settings(
        EvalLimits limits,
        boolean strictBuiltinErrors,
        Clock clock,
        long seed,
        Map<String, String> environment,
        Set<BuiltinContext.Permission> permissions,
        BuiltinContext.Sink print,
        BuiltinContext.Sink trace) {
    public Settings {
        environment = Map.copyOf(environment);
        permissions = Set.copyOf(permissions);
    }

    /** The default limits, nothing allowed outside, nothing printed, the time of the machine. */
    public static Settings standard() {
        return new Settings(
                EvalLimits.DEFAULT,
                false,
                Clock.systemUTC(),
                0,
                Map.of(),
                Set.of(),
                BuiltinContext.Sink.NONE,
                BuiltinContext.Sink.NONE);
    }

    public Settings withLimits(EvalLimits newLimits) {
        return new Settings(
                newLimits,
                strictBuiltinErrors,
                clock,
                seed,
                environment,
                permissions,
                print,
                trace);
    }

    public Settings withStrictBuiltinErrors(boolean strict) {
        return new Settings(limits, strict, clock, seed, environment, permissions, print, trace);
    }

    public Settings withClock(Clock newClock) {
        return new Settings(
                limits,
                strictBuiltinErrors,
                newClock,
                seed,
                environment,
                permissions,
                print,
                trace);
    }

    public Settings withEnvironment(Map<String, String> visible) {
        return new Settings(
                limits, strictBuiltinErrors, clock, seed, visible, permissions, print, trace);
    }

    public Settings withPrint(BuiltinContext.Sink newPrint) {
        return new Settings(
                limits,
                strictBuiltinErrors,
                clock,
                seed,
                environment,
                permissions,
                newPrint,
                trace);
    }

    public Settings withTrace(BuiltinContext.Sink newTrace) {
        return new Settings(
                limits,
                strictBuiltinErrors,
                clock,
                seed,
                environment,
                permissions,
                print,
                newTrace);
    }

    BuiltinContext.Settings outside(BuiltinContext.Budget budget) {
        Instant now = clock.instant();
        return new BuiltinContext.Settings(
                now, seed, environment, permissions, budget, print, trace);
    }
}
