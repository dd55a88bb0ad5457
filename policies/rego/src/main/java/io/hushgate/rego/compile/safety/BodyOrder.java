package io.hushgate.rego.compile.safety;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.Signatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts the expressions of a body in an order in which each finds bound what it needs. An expression
 * moves only if it must: in each pass over the body those that have become safe are taken in the
 * order of the text. Bodies of closures are ordered too, knowing what the expressions before theirs
 * bind.
 *
 * <p>Cost: the square of the number of expressions at worst, times the depth of closures.
 */
public final class BodyOrder {
    private final Signatures signatures;
    private final Needs needs;
    private final Unsafe unsafe = new Unsafe();

    private BodyOrder(Signatures signatures) {
        this.signatures = signatures;
        this.needs = new Needs(signatures);
    }

    /**
     * The body in its new order, or as it is if some variable is not safe.
     *
     * @param bound variables that are bound before the body
     * @param scope ends messages, where the place alone does not tell which rule is meant; or ""
     * @param errors receives what is not safe
     */
    public static Body order(
            Body body,
            Set<String> bound,
            Signatures signatures,
            LocalNames names,
            Supplier<String> scope,
            List<RegoError> errors) {
        BodyOrder order = new BodyOrder(signatures);
        Body ordered = order.order(body, bound);
        if (order.unsafe.isEmpty()) {
            return ordered;
        }
        errors.addAll(order.unsafe.errors(names, scope.get()));
        return body;
    }

    private Body order(Body body, Set<String> bound) {
        List<Expr> ordered = new Placement(body, bound).run();
        Set<String> known = new HashSet<>(bound);
        List<Expr> closed = new ArrayList<>(ordered.size());
        for (Expr expr : ordered) {
            closed.add(new Closures(expr, known).expr(expr));
            known.addAll(needs.of(expr));
        }
        return body.withExprs(closed);
    }

    /** The passes over one body. */
    private final class Placement {
        private final List<Expr> exprs;
        private final Set<String> safe = new HashSet<>();
        private final List<Set<String>> open = new ArrayList<>();
        private final List<Set<String>> closedOver = new ArrayList<>();
        private final List<Set<String>> reported = new ArrayList<>();
        private final boolean[] placed;

        /**
         * Whether something has become bound, since the expression was last tried, that it
         * mentions.
         */
        private final boolean[] worthTrying;

        private final Map<String, List<Integer>> mentions = new HashMap<>();

        Placement(Body body, Set<String> bound) {
            exprs = body.exprs();
            placed = new boolean[exprs.size()];
            worthTrying = new boolean[exprs.size()];
            Set<String> all = needs.of(body);
            for (Expr expr : exprs) {
                Set<String> needed = new LinkedHashSet<>(needs.of(expr));
                needed.removeAll(bound);
                open.add(needed);
                reported.add(needed);
                Set<String> outer = Needs.ofClosures(expr);
                outer.retainAll(all);
                outer.removeAll(bound);
                closedOver.add(outer);
                int index = open.size() - 1;
                Set<String> mentioned = VarScan.ALL.in(expr);
                mentioned.forEach(
                        name -> mentions.computeIfAbsent(name, _ -> new ArrayList<>()).add(index));
            }
            all.retainAll(bound);
            safe.addAll(all);
            Arrays.fill(worthTrying, true);
        }

        List<Expr> run() {
            List<Expr> ordered = new ArrayList<>(exprs.size());
            int before;
            do {
                before = ordered.size();
                for (int i = 0; i < exprs.size(); i++) {
                    if (!placed[i] && worthTrying[i] && place(i)) {
                        ordered.add(exprs.get(i));
                    }
                }
            } while (ordered.size() > before);
            for (int i = 0; i < exprs.size(); i++) {
                if (!placed[i]) {
                    unsafe.add(exprs.get(i), reported.get(i));
                }
            }
            return ordered;
        }

        private boolean place(int i) {
            worthTrying[i] = false;
            Set<String> outputs = OutputVars.ofExpr(exprs.get(i), safe, signatures);
            Set<String> outer = new LinkedHashSet<>(closedOver.get(i));
            outer.removeAll(safe);
            if (!closedOver.get(i).isEmpty() && closedOver.get(i).equals(outputs)) {
                return false; // a closure over what the expression itself would bind
            }
            Set<String> missing = open.get(i);
            missing.addAll(outer);
            missing.removeIf(name -> safe.contains(name) || outputs.contains(name));
            outer.retainAll(missing);
            reported.set(i, outer.isEmpty() ? missing : outer);
            if (!missing.isEmpty()) {
                return false;
            }
            placed[i] = true;
            for (String name : outputs) {
                if (safe.add(name)) {
                    mentions.getOrDefault(name, List.of())
                            .forEach(other -> worthTrying[other] = true);
                }
            }
            return true;
        }
    }

    /** Orders the bodies of the closures of one expression. */
    private final class Closures extends Transformer {
        private final Expr current;
        private final Set<String> known;

        Closures(Expr current, Set<String> known) {
            this.current = current;
            this.known = known;
        }

        @Override
        public Term term(Term term) {
            if (!(term instanceof Comprehension comprehension)) {
                return super.term(term);
            }
            return switch (comprehension) {
                case Comprehension.OfArray(var item, var body, var location) ->
                        new Comprehension.OfArray(item, body(body, VarScan.ALL.in(item)), location);
                case Comprehension.OfSet(var item, var body, var location) ->
                        new Comprehension.OfSet(item, body(body, VarScan.ALL.in(item)), location);
                case Comprehension.OfObject(var key, var value, var body, var location) ->
                        new Comprehension.OfObject(
                                key,
                                value,
                                body(body, VarScan.ALL.in(List.of(key, value))),
                                location);
            };
        }

        @Override
        public Statement statement(Statement statement) {
            return switch (statement) {
                case Statement.Every(var symbols, var domain, var body, var location) -> {
                    symbols.forEach(symbol -> known.add(symbol.name()));
                    yield new Statement.Every(symbols, domain, body(body, Set.of()), location);
                }
                case Statement.Not(var operand, var location) ->
                        new Statement.Not(inner(operand), location);
                case Statement.Logical(var connective, var left, var right, var location) ->
                        new Statement.Logical(connective, inner(left), inner(right), location);
                case Statement.OfTerm _, Statement.SomeVars _, Statement.SomeIn _ ->
                        super.statement(statement);
            };
        }

        private Operand inner(Operand operand) {
            return operand.withBody(body(operand.body(), Set.of()));
        }

        /**
         * @param used variables of the closure's term, which its body or the outside must bind
         */
        private Body body(Body body, Set<String> used) {
            Set<String> unbound = new LinkedHashSet<>(used);
            unbound.removeAll(needs.of(body));
            unbound.removeAll(known);
            if (!unbound.isEmpty()) {
                unsafe.add(current, unbound);
            }
            return order(body, known);
        }
    }
}
