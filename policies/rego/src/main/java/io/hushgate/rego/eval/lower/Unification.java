package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.ArrayOfSize;
import io.hushgate.rego.eval.body.Bind;
import io.hushgate.rego.eval.body.Defined;
import io.hushgate.rego.eval.body.Equal;
import io.hushgate.rego.eval.body.Never;
import io.hushgate.rego.eval.body.ObjectOfSize;
import io.hushgate.rego.eval.body.Scan;
import io.hushgate.rego.eval.term.Get;
import io.hushgate.rego.eval.term.GetField;
import io.hushgate.rego.eval.term.Slot;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lowers {@code left = right}: which parts are compared and which variables are bound follows from
 * what is bound already.
 */
final class Unification {
    private final TermLowering terms;

    Unification(TermLowering terms) {
        this.terms = terms;
    }

    private record Pair(Term left, Term right) {}

    /** Adds to the chain what makes both terms equal. */
    void unify(Term left, Term right, Env env) {
        Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(left, right)));
        int waiting = 0;
        while (!open.isEmpty()) {
            Pair pair = open.removeFirst();
            if (solve(pair, open, env)) {
                waiting = 0;
            } else {
                open.addLast(pair);
                waiting++;
                if (waiting > open.size()) {
                    throw new IllegalStateException("nothing binds %s = %s".formatted(left, right));
                }
            }
        }
    }

    /** False when both sides wait for a variable that another pair binds. */
    private boolean solve(Pair pair, Deque<Pair> open, Env env) {
        boolean leftReadable = isReadable(pair.left, env);
        boolean rightReadable = isReadable(pair.right, env);
        if (leftReadable && rightReadable) {
            Thunk left = terms.thunk(pair.left, env);
            Thunk right = terms.thunk(pair.right, env);
            env.add(right.constant() == null ? new Equal(left, right) : new Equal(right, left));
            return true;
        }
        if (rightReadable) {
            match(pair.left, terms.thunk(pair.right, env), env);
            return true;
        }
        if (leftReadable) {
            match(pair.right, terms.thunk(pair.left, env), env);
            return true;
        }
        return split(pair, open, env);
    }

    /** Takes two collections apart neither of which can be read as a whole. */
    private static boolean split(Pair pair, Deque<Pair> open, Env env) {
        if (pair.left instanceof Var || pair.right instanceof Var) {
            return false;
        }
        if (pair.left instanceof ArrayTerm left
                && pair.right instanceof ArrayTerm right
                && left.items().size() == right.items().size()) {
            for (int i = 0; i < left.items().size(); i++) {
                open.addLast(new Pair(left.items().get(i), right.items().get(i)));
            }
        } else if (pair.left instanceof ObjectTerm left && pair.right instanceof ObjectTerm right) {
            Map<Term, Term> rightByKey = new HashMap<>();
            right.entries().forEach(entry -> rightByKey.put(entry.key(), entry.value()));
            List<Pair> values = new ArrayList<>();
            for (ObjectTerm.Entry entry : left.entries()) {
                Term other = rightByKey.get(entry.key());
                if (other != null) {
                    values.add(new Pair(entry.value(), other));
                }
            }
            if (values.size() == left.entries().size() && values.size() == rightByKey.size()) {
                open.addAll(values);
            } else {
                env.add(Never.INSTANCE);
                bindNothing(pair, env);
            }
        } else {
            env.add(Never.INSTANCE);
            bindNothing(pair, env);
        }
        return true;
    }

    /** Slots for variables that are never reached, since what binds them cannot hold. */
    private static void bindNothing(Pair pair, Env env) {
        for (Term side : List.of(pair.left, pair.right)) {
            io.hushgate.rego.ast.Walk.vars(
                    side,
                    variable -> {
                        if (!env.isBound(variable) && !variable.isRootDocument()) {
                            int unused = env.bind(variable);
                            assert unused >= Scan.UNUSED;
                        }
                    });
        }
    }

    /** Adds to the chain what makes a pattern, whose variables may be unbound, equal to a value. */
    void match(Term pattern, Thunk value, Env env) {
        switch (pattern) {
            case Var variable when !env.isBound(variable) -> bind(variable, value, env);
            case ArrayTerm(var items, _) when !isReadable(pattern, env) -> {
                Thunk array = inSlot(value, env);
                env.add(new ArrayOfSize(array, items.size()));
                for (int i = 0; i < items.size(); i++) {
                    match(items.get(i), new GetField(array, RegoNumber.of(i)), env);
                }
            }
            case ObjectTerm(var entries, _) when !isReadable(pattern, env) -> {
                Thunk object = inSlot(value, env);
                env.add(new ObjectOfSize(object, entries.size()));
                for (ObjectTerm.Entry entry : entries) {
                    Value key = Constants.of(entry.key());
                    match(
                            entry.value(),
                            key != null
                                    ? new GetField(object, key)
                                    : new Get(object, terms.thunk(entry.key(), env)),
                            env);
                }
            }
            default -> {
                Thunk read = terms.thunk(pattern, env);
                env.add(read.constant() == null ? new Equal(value, read) : new Equal(read, value));
            }
        }
    }

    private static void bind(Var variable, Thunk value, Env env) {
        if (value instanceof Slot slot) {
            env.alias(variable, slot);
            return;
        }
        int slot = env.bind(variable);
        env.add(slot == Scan.UNUSED ? new Defined(value) : new Bind(slot, value));
    }

    /** The value, evaluated once: in a slot of its own unless it is a variable or a constant. */
    Thunk inSlot(Thunk value, Env env) {
        if (value instanceof Slot || value.constant() != null) {
            return value;
        }
        int slot = env.fresh();
        env.add(new Bind(slot, value));
        return new Slot(slot);
    }

    /**
     * Whether a term can be taken apart to bind its variables: a set cannot, nor can an object's
     * keys.
     */
    static boolean isPattern(Term term, Env env) {
        return switch (term) {
            case Scalar _, Var _ -> true;
            case ArrayTerm(var items, _) -> items.stream().allMatch(item -> isPattern(item, env));
            case ObjectTerm(var entries, _) ->
                    entries.stream()
                            .allMatch(entry ->
                                    isReadable(entry.key(), env) && isPattern(entry.value(), env));
            case SetTerm _, Ref _, Call _, Comprehension _, TemplateString _ ->
                    isReadable(term, env);
        };
    }

    /**
     * Whether the term's value can be found from what is bound. A reference can: its unbound keys
     * enumerate. So can a comprehension: its unbound variables are its own.
     */
    static boolean isReadable(Term term, Env env) {
        return switch (term) {
            case Scalar _, Comprehension _ -> true;
            case Var variable -> env.isBound(variable);
            case Ref ref ->
                    !(ref.head() instanceof Var head) || head.isRootDocument() || env.isBound(head);
            case ArrayTerm(var items, _) -> items.stream().allMatch(item -> isReadable(item, env));
            case SetTerm(var items, _) -> items.stream().allMatch(item -> isReadable(item, env));
            case ObjectTerm(var entries, _) ->
                    entries.stream()
                            .allMatch(entry ->
                                    isReadable(entry.key(), env) && isReadable(entry.value(), env));
            case Call _, TemplateString _ -> false;
        };
    }
}
