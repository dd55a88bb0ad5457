package io.hushgate.rego.test;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves what computes the name of a case to the earliest place in the body, so that a case is known
 * even if it fails.
 *
 * <p>In {@code test_x[tc.note]} the compiler puts {@code __local0__ = tc.note} at the end; only
 * expressions that the compiler has made are moved.
 */
final class CaseOrder {
    private CaseOrder() {}

    static Rule namesFirst(Rule rule, List<Term> keys) {
        List<Expr> exprs = new ArrayList<>(rule.body().exprs());
        for (Term key : keys) {
            for (int i = 0; i < exprs.size(); i++) {
                if (exprs.get(i).generated() && binds(exprs.get(i), key)) {
                    Expr expr = exprs.remove(i);
                    exprs.add(Math.min(i, earliest(expr, key, exprs)), expr);
                    break;
                }
            }
        }
        return rule.withBody(new Body(exprs, rule.body().location()));
    }

    private static boolean binds(Expr expr, Term key) {
        return expr.isEquality()
                && expr.modifiers().isEmpty()
                && expr.call().map(Call::args).map(List::getFirst).filter(key::equals).isPresent();
    }

    /** The place after the expressions that bind what {@code expr} needs. */
    private static int earliest(Expr expr, Term key, List<Expr> others) {
        Set<String> needed = variables(expr);
        needed.remove(key.toString());
        int place = 0;
        Set<String> bound = new HashSet<>();
        for (int i = 0; i < others.size(); i++) {
            for (String name : variables(others.get(i))) {
                if (needed.contains(name) && bound.add(name)) {
                    place = i + 1;
                }
            }
        }
        return place;
    }

    private static Set<String> variables(Expr expr) {
        Set<String> names = new HashSet<>();
        Walk.vars(
                expr,
                (Var v) -> {
                    if (v.isGenerated()) {
                        names.add(v.name());
                    }
                });
        return names;
    }
}
