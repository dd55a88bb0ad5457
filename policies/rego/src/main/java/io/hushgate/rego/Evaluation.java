package io.hushgate.rego;

import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.eval.Budget;
import io.hushgate.rego.eval.Plan;
import io.hushgate.rego.eval.Run;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One input before one program. What has been found out about a rule is kept, so asking for several
 * documents costs little more than asking for one. For one thread at a time; only {@link #cancel()}
 * may be called from another one.
 */
public final class Evaluation {
    /**
     * What a rule chain of the deepest allowed nesting needs, several times over. Touched only when
     * used.
     */
    private static final long DEEP_STACK_BYTES = 512L << 20;

    private final Plan plan;
    private final Budget budget;
    private final Scope scope;

    Evaluation(Plan plan, Value data, @Nullable Value input, Settings settings, Observer observer) {
        this.plan = plan;
        this.budget = new Budget(settings.limits());
        BuiltinContext builtins =
                new BuiltinContext(settings.outside(steps -> budget.spend(steps)));
        Run run = new Run(budget, builtins, settings.strictBuiltinErrors(), observer);
        this.scope = Scope.of(run, input, data, plan.memoCount());
    }

    /**
     * The value of a document such as {@code data.app.allow}, or null when it is undefined.
     *
     * @param document keys separated by dots, beginning with {@code data}
     * @throws RegoException if rules contradict each other or limits are exceeded
     */
    public @Nullable Value value(String document) {
        String[] parts = document.split("\\.", -1);
        if (!parts[0].equals("data")) {
            throw new IllegalArgumentException(
                    "a document's name begins with data, not as in " + document);
        }
        List<Value> path = new ArrayList<>(parts.length);
        for (int i = 1; i < parts.length; i++) {
            path.add(RegoString.of(parts[i]));
        }
        return value(path);
    }

    /** The value at a path of any keys under {@code data}, or null when it is undefined. */
    public @Nullable Value value(List<Value> path) {
        return onEnoughStack(() -> plan.value(path, scope));
    }

    /** Runs the query of a {@link Query}. */
    List<Value[]> rows(Plan.Query query) {
        List<Value[]> rows = onEnoughStack(() -> query.rows(scope));
        return rows == null ? List.of() : rows;
    }

    /** Ends a running evaluation soon, with an error. */
    public void cancel() {
        budget.cancel();
    }

    /** Evaluates on this thread, and anew on one with a big stack if this one's is too small. */
    private <T> @Nullable T onEnoughStack(Supplier<@Nullable T> work) {
        Budget.Mark start = budget.mark();
        try {
            return work.get();
        } catch (StackOverflowError tooSmall) {
            budget.rewind(start);
            return onDeepStack(work);
        }
    }

    private <T> @Nullable T onDeepStack(Supplier<@Nullable T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable RuntimeException> problem = new AtomicReference<>();
        Thread thread =
                Thread.ofPlatform()
                        .name("rego")
                        .stackSize(DEEP_STACK_BYTES)
                        .unstarted(() -> {
                            try {
                                result.set(work.get());
                            } catch (StackOverflowError tooSmall) {
                                problem.set(budget.exceeded("more stack than there is"));
                            } catch (RuntimeException e) {
                                problem.set(e);
                            }
                        });
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                budget.cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException thrown = problem.get();
        if (thrown != null) {
            throw thrown;
        }
        return result.get();
    }
}
