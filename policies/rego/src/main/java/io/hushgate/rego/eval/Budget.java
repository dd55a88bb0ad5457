package io.hushgate.rego.eval;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation has used of its {@link EvalLimits}. Steps are counted one by one; the clock,
 * the memory estimate and {@link #cancel()} are looked at every {@value #STRIDE} steps.
 */
public final class Budget {
    private static final int STRIDE = 1024;

    /** An entry of a hash table, its share of the slack, and a small value's header. */
    private static final int BYTES_PER_ELEMENT = 64;

    private final EvalLimits limits;
    private final long deadline;
    private long grants;
    private int left;
    private long bytes;
    private int depth;
    private @Nullable Definition running;
    private volatile boolean cancelled;

    public Budget(EvalLimits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + saturatedNanos(limits.time());
        this.left = (int) Math.min(STRIDE, limits.steps());
        this.grants = left;
    }

    private static long saturatedNanos(Duration time) {
        return time.compareTo(Duration.ofDays(1000)) > 0
                ? Duration.ofDays(1000).toNanos()
                : time.toNanos();
    }

    /** Pays for one step. */
    public void step() {
        if (--left < 0) {
            renew();
        }
    }

    /** Pays for the work of a builtin, before it is done. */
    public void spend(long steps) {
        if (steps > left) {
            grants += steps - Math.max(left, 0);
            left = 0;
            renew();
        } else {
            left -= (int) steps;
        }
    }

    /** Notes that a collection has grown by one element. */
    public void grow() {
        bytes += BYTES_PER_ELEMENT;
        step();
    }

    /** Notes what a builtin has made, and pays for the call. */
    public void made(@Nullable Value value) {
        if (value instanceof RegoString text) {
            bytes += text.value().length();
        } else if (value instanceof RegoArray array) {
            bytes += 8L * array.size();
        }
        step();
    }

    /** Ends the evaluation at its next look; may be called from any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** Notes that a definition begins, and says which one waits for it. */
    public @Nullable Definition enter(Definition definition) {
        Definition caller = running;
        running = definition;
        if (++depth > limits.depth()) {
            throw exceeded("more than %d rules wait for each other".formatted(limits.depth()));
        }
        step();
        return caller;
    }

    /** Notes that the running definition is done. */
    public void leave(@Nullable Definition caller) {
        depth--;
        running = caller;
    }

    /** The rule or function that is being evaluated. */
    public @Nullable Definition running() {
        return running;
    }

    /** Where the evaluation stands, to come back to by {@link #rewind}. */
    public Mark mark() {
        return new Mark(running, depth);
    }

    /** Forgets the definitions entered since {@code mark}, after an exception was caught. */
    public void rewind(Mark mark) {
        running = mark.running;
        depth = mark.depth;
    }

    /** A place to come back to. */
    public record Mark(@Nullable Definition running, int depth) {}

    private void renew() {
        if (cancelled) {
            throw exceeded("caller cancelled query execution");
        }
        if (bytes > limits.bytes()) {
            throw exceeded("more than %d bytes of values made".formatted(limits.bytes()));
        }
        if (System.nanoTime() - deadline > 0) {
            throw exceeded("longer than %d ms".formatted(limits.time().toMillis()));
        }
        int grant = (int) Math.min(STRIDE, limits.steps() - grants);
        if (grant <= 0) {
            throw exceeded("more than %d steps".formatted(limits.steps()));
        }
        grants += grant;
        left = grant - 1;
    }

    /** The error that stops an evaluation which went over its limits; it names the rule. */
    public RegoException exceeded(String what) {
        Definition rule = running;
        return new RegoException(
                new RegoError(
                        ErrorCode.EVAL_CANCEL,
                        rule == null ? what : what + ", in " + rule.name(),
                        rule == null ? Location.NONE : rule.location()));
    }
}
