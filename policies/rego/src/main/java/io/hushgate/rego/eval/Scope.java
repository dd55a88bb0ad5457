package io.hushgate.rego.eval;

import io.hushgate.rego.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The world a part of an evaluation sees: input, base data, replaced functions, and what documents
 * have been found to be in this world. {@code with} opens a new scope above the present one.
 */
public final class Scope {
    /** Stands in the memo for a document that is undefined. */
    public static final Object UNDEFINED = new Object();

    private final Run run;
    private final @Nullable Value input;
    private final Value data;
    private final Overrides overrides;

    /** Grows when a part of the program is lowered that nobody has needed before. */
    private @Nullable Object[] memo;

    private final @Nullable Scope outer;

    private Scope(
            Run run,
            @Nullable Value input,
            Value data,
            Overrides overrides,
            int memoSize,
            @Nullable Scope outer) {
        this.run = run;
        this.input = input;
        this.data = data;
        this.overrides = overrides;
        this.memo = new @Nullable Object[memoSize];
        this.outer = outer;
    }

    /** The outermost scope of an evaluation. */
    public static Scope of(Run run, @Nullable Value input, Value data, int memoSize) {
        return new Scope(run, input, data, Overrides.NONE, memoSize, null);
    }

    /** A scope above this one, with nothing remembered. */
    public Scope with(@Nullable Value newInput, Value newData, Overrides newOverrides) {
        return new Scope(run, newInput, newData, newOverrides, memo.length, this);
    }

    /** The world of a replacement's body, which calls the functions that it stands in for. */
    public Scope withOriginalFunctions() {
        return with(input, data, overrides.withoutFunctions());
    }

    /**
     * The scope below: where evaluation goes on after the expression that {@code with} belongs to.
     */
    public Scope outer() {
        Scope below = outer;
        if (below == null) {
            throw new IllegalStateException("the outermost scope has none below it");
        }
        return below;
    }

    public Run run() {
        return run;
    }

    public Budget budget() {
        return run.budget();
    }

    /** The input document, or null when there is none. */
    public @Nullable Value input() {
        return input;
    }

    /** The root of base data: what was loaded, with replacements in place. */
    public Value data() {
        return data;
    }

    /** The part of base data under a path, or null when undefined. */
    public @Nullable Value data(List<Value> path) {
        Value value = data;
        for (Value key : path) {
            Value child = Stored.get(value, key);
            if (child == null) {
                return null;
            }
            value = child;
        }
        return value;
    }

    public Overrides overrides() {
        return overrides;
    }

    /** What is remembered under a number that lowering has given out; null when nothing is. */
    public @Nullable Object recall(int number) {
        return number < memo.length ? memo[number] : null;
    }

    public void remember(int number, Object what) {
        if (number >= memo.length) {
            memo = Arrays.copyOf(memo, Math.max(number + 1, memo.length + memo.length / 2));
        }
        memo[number] = what;
    }

    /** A table of findings that is remembered under a number, which nothing else has. */
    @SuppressWarnings("unchecked") // whoever has the number keeps a table there
    public Map<Value, Object> table(int number) {
        Object known = recall(number);
        if (known == null) {
            known = new HashMap<Value, Object>();
            remember(number, known);
        }
        return (Map<Value, Object>) known;
    }
}
