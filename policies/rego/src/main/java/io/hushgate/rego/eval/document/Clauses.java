package io.hushgate.rego.eval.document;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of one document, indexed: those that compare some part of the input with a constant
 * are found by one look-up.
 */
public final class Clauses {
    static final Clauses NONE = Clauses.of(List.of());

    /** For thunks that read the input alone. */
    private static final Frame NO_FRAME = new Frame(0, Collector.NONE);

    private final Clause[] all;

    /** What the clauses compare, or null when too few do. */
    private final @Nullable Thunk subject;

    private final Map<Value, Clause[]> bySubject = new HashMap<>();

    /**
     * Candidates when the subject has a value that no clause names: those that do not compare it.
     */
    private final Clause[] others;

    private Clauses(
            List<Clause> all,
            @Nullable Thunk subject,
            Map<Value, List<Clause>> bySubject,
            List<Clause> others) {
        this.all = all.toArray(Clause[]::new);
        this.subject = subject;
        bySubject.forEach(
                (value, clauses) -> this.bySubject.put(value, clauses.toArray(Clause[]::new)));
        this.others = others.toArray(Clause[]::new);
    }

    /** Clauses without an index. */
    public static Clauses of(List<Clause> all) {
        return new Clauses(all, null, Map.of(), all);
    }

    /**
     * Clauses found by a part of the input.
     *
     * @param subject reads the input alone
     * @param bySubject for each constant the clauses that can hold, in the order of the source
     * @param others the clauses that can hold for every other value of the subject
     */
    public static Clauses indexed(
            List<Clause> all,
            Thunk subject,
            Map<Value, List<Clause>> bySubject,
            List<Clause> others) {
        return new Clauses(all, subject, bySubject, others);
    }

    /** The clauses that can hold in a scope, in the order of the source. */
    Clause[] candidates(Scope scope) {
        if (subject == null) {
            return all;
        }
        Value value = subject.of(scope, NO_FRAME);
        Clause[] named = value == null ? null : bySubject.get(value);
        return named == null ? others : named;
    }
}
