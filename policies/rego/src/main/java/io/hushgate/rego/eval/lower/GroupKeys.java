package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Decides by which outer variables the results of a comprehension can be grouped. In
 *
 * <pre>
 *   some name in input.names
 *   ports := [p.port | some p in input.ports; p.name == name]
 * </pre>
 *
 * the body is written for one {@code name}, but it would run as well for all names at once and find
 * {@code name} itself: run once instead of once for each name, it costs linear and not quadratic
 * time.
 *
 * <p>That works when the body, in the order it has, compares each outer variable with something it
 * has scanned before it reads the variable in any other way. An outer variable that is a key of a
 * reference is a look-up already, and better left alone.
 */
final class GroupKeys {
    private final Set<String> outer;
    private final Set<String> bound;
    private final ToIntFunction<Call> arity;
    private boolean scanned;

    private GroupKeys(Set<String> outer, Env env, ToIntFunction<Call> arity) {
        this.outer = outer;
        this.bound = env.boundNames();
        this.arity = arity;
        bound.removeAll(outer);
    }

    /**
     * The outer variables that a comprehension reads, if its results can be grouped by them; there
     * may be none, when it has one result for all.
     *
     * @param arity tells how many parameters a called function has
     */
    static Optional<List<Var>> of(Comprehension comprehension, Env env, ToIntFunction<Call> arity) {
        Map<String, Var> outer = new LinkedHashMap<>();
        Walk.vars(
                comprehension,
                variable -> {
                    if (env.isBound(variable)) {
                        outer.putIfAbsent(variable.name(), variable);
                    }
                });
        GroupKeys keys = new GroupKeys(outer.keySet(), env, arity);
        for (Expr expr : comprehension.body().exprs()) {
            if (!keys.accept(expr)) {
                return Optional.empty();
            }
        }
        return keys.scanned && keys.bound.containsAll(outer.keySet())
                ? Optional.of(List.copyOf(outer.values()))
                : Optional.empty();
    }

    /** Whether an expression can run without the outer variables; notes those that it binds. */
    private boolean accept(Expr expr) {
        boolean plain = !expr.negated() && expr.modifiers().isEmpty();
        if (!plain || !(expr.statement() instanceof Statement.OfTerm(var term))) {
            return isClosed(expr);
        }
        if (!(term instanceof Call call)) {
            return read(term);
        }
        if (call.isOf(Operator.EQ) && call.args().size() == 2) {
            return equal(call.args().getFirst(), call.args().getLast());
        }
        int parameters = Math.min(arity.applyAsInt(call), call.args().size());
        for (Term argument : call.args().subList(0, parameters)) {
            if (!isClosed(argument)) {
                return false;
            }
        }
        return call.args().size() == parameters || match(call.args().getLast());
    }

    private boolean equal(Term left, Term right) {
        if (isReadable(left)) {
            return read(left) && (isReadable(right) ? read(right) : match(right));
        }
        return isReadable(right) && read(right) && match(left);
    }

    /** Whether the value can be found without any variable that is not bound yet. */
    private boolean isReadable(Term term) {
        return switch (term) {
            case Var v -> isKnown(v);
            case Ref ref -> !(ref.head() instanceof Var head) || isKnown(head);
            case Comprehension _ -> true;
            default -> isClosed(term);
        };
    }

    /** Reads a term; keys that are not bound enumerate. */
    private boolean read(Term term) {
        if (!(term instanceof Ref ref)) {
            return isClosed(term);
        }
        if (ref.head() instanceof Var head && !isKnown(head)) {
            return false;
        }
        for (Term key : ref.path()) {
            if (!isClosed(key)) {
                if (!match(key, false)) {
                    return false;
                }
                scanned = true;
            }
        }
        return true;
    }

    private boolean match(Term pattern) {
        return match(pattern, true);
    }

    /**
     * Binds the variables of a pattern.
     *
     * @param group whether an outer variable may be among them
     */
    private boolean match(Term pattern, boolean group) {
        return switch (pattern) {
            case Var v -> {
                boolean allowed = group || !outer.contains(v.name());
                bound.add(v.name());
                yield allowed;
            }
            case ArrayTerm(var items, _) -> items.stream().allMatch(item -> match(item, group));
            case ObjectTerm(var entries, _) ->
                    entries.stream()
                            .allMatch(
                                    entry -> isClosed(entry.key()) && match(entry.value(), group));
            default -> isClosed(pattern);
        };
    }

    private boolean isKnown(Var v) {
        return v.isRootDocument() || bound.contains(v.name());
    }

    /** Whether nothing below reads an outer variable that is not bound yet, or binds variables. */
    private boolean isClosed(Node node) {
        boolean[] closed = {true};
        boolean closure = !(node instanceof Term) || node instanceof Comprehension;
        Walk.vars(
                node,
                v -> {
                    closed[0] &= isKnown(v) || (closure && !outer.contains(v.name()));
                });
        return closed[0];
    }
}
