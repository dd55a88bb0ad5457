package io.hushgate.rego.eval.document;

import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of one document, indexed: those that compare some part of the input with a constant
 * are found by one look-up.
 */
public final class Clauses {
    /** No clauses at all. */
    public static final Clauses NONE = Clauses.of(List.of());

    private static final Clause[] NO_CLAUSES = {};

    /** Whether any clause can hold in a scope, as far as that is known without lowering. */
    public interface Promise {
        boolean isKept(Scope scope);
    }

    /** What clauses compare with constants: a part of the input or of an argument. */
    public interface Subject {
        /**
         * Reads it, or null when it is undefined.
         *
         * @param arguments of the function whose clauses these are; empty for documents
         */
        @Nullable Value in(Scope scope, Value[] arguments);
    }

    /** Clauses that nobody has needed yet. */
    private static final class Deferred {
        private final Promise promise;
        private final Supplier<Clauses> lowering;
        private volatile @Nullable Clauses lowered;

        Deferred(Promise promise, Supplier<Clauses> lowering) {
            this.promise = promise;
            this.lowering = lowering;
        }

        Clause[] candidates(Scope scope, Value[] arguments) {
            Clauses clauses = lowered;
            if (clauses == null) {
                if (!promise.isKept(scope)) {
                    return NO_CLAUSES;
                }
                clauses = lowering.get();
                lowered = clauses;
            }
            return clauses.candidates(scope, arguments);
        }

        boolean agree() {
            Clauses clauses = lowered;
            return clauses != null && clauses.agree();
        }
    }

    private final @Nullable Deferred deferred;
    private final Clause[] all;

    /** What the clauses compare, or null when too few do. */
    private final @Nullable Subject subject;

    private final Map<Value, Clause[]> bySubject;

    /**
     * Candidates when the subject has a value that no clause names: those that do not compare it.
     */
    private final Clause[] others;

    /** Whether all yield one and the same constant, so that the first that holds decides. */
    private final boolean agree;

    private Clauses(Deferred deferred) {
        this.deferred = deferred;
        this.all = NO_CLAUSES;
        this.subject = null;
        this.bySubject = Map.of();
        this.others = NO_CLAUSES;
        this.agree = false;
    }

    private Clauses(
            List<Clause> all,
            @Nullable Subject subject,
            Map<Value, List<Clause>> bySubject,
            List<Clause> others) {
        this.deferred = null;
        this.all = all.toArray(Clause[]::new);
        this.subject = subject;
        this.bySubject = new HashMap<>();
        bySubject.forEach(
                (value, clauses) -> this.bySubject.put(value, clauses.toArray(Clause[]::new)));
        this.others = others.toArray(Clause[]::new);
        this.agree = false;
    }

    private Clauses(Clauses lowered, boolean agree) {
        this.deferred = null;
        this.all = lowered.all;
        this.subject = lowered.subject;
        this.bySubject = lowered.bySubject;
        this.others = lowered.others;
        this.agree = agree;
    }

    /**
     * Clauses that are lowered when they are first needed: of a large program one document needs a
     * small part.
     *
     * @param promise is asked until then whether they are needed
     * @param lowering yields the same clauses whenever it is called, from any thread
     */
    public static Clauses deferred(Promise promise, Supplier<Clauses> lowering) {
        return new Clauses(new Deferred(promise, lowering));
    }

    /** Clauses without an index. */
    public static Clauses of(List<Clause> all) {
        return new Clauses(all, null, Map.of(), all);
    }

    /**
     * Clauses found by a part of the input or of an argument.
     *
     * @param bySubject for each constant the clauses that can hold, in the order of the source
     * @param others the clauses that can hold for every other value of the subject
     */
    public static Clauses indexed(
            List<Clause> all,
            Subject subject,
            Map<Value, List<Clause>> bySubject,
            List<Clause> others) {
        return new Clauses(all, subject, bySubject, others);
    }

    /** The same clauses, all of which yield one and the same constant. */
    public Clauses agreeing() {
        return new Clauses(this, true);
    }

    /** Whether the first clause that holds decides; known once {@link #candidates} has any. */
    boolean agree() {
        return deferred == null ? agree : deferred.agree();
    }

    /** The clauses of a document that can hold in a scope, in the order of the source. */
    Clause[] candidates(Scope scope) {
        return candidates(scope, Clause.NOTHING_BOUND);
    }

    /** The clauses of a function that can hold for some arguments, in the order of the source. */
    Clause[] candidates(Scope scope, Value[] arguments) {
        if (deferred != null) {
            return deferred.candidates(scope, arguments);
        }
        if (subject == null) {
            return all;
        }
        Value value = subject.in(scope, arguments);
        Clause[] named = value == null ? null : bySubject.get(value);
        return named == null ? others : named;
    }

    /** The value of the first clause that has one, or null. */
    @Nullable Value first(Scope scope, Value[] arguments) {
        for (Clause clause : candidates(scope, arguments)) {
            Value value = clause.value(scope, arguments);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
