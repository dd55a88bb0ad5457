package io.hushgate.rego.compile.safety;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.unit.Signatures;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the variables that must be bound before an expression can be evaluated. */
final class Needs {
    private final Signatures signatures;

    Needs(Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * The variables an expression needs or binds, those of its closures left out. An operand
     * without braces is no closure: what it does not settle by itself must come from outside.
     */
    Set<String> of(Expr expr) {
        Set<String> needs = VarScan.NEEDED.in(expr);
        switch (expr.statement()) {
            case Statement.Not(var operand, _) -> addOpen(operand, needs);
            case Statement.Logical(_, var left, var right, _) -> {
                addOpen(left, needs);
                addOpen(right, needs);
            }
            case Statement.OfTerm _,
                    Statement.SomeVars _,
                    Statement.SomeIn _,
                    Statement.Every _ -> {}
        }
        return needs;
    }

    Set<String> of(Body body) {
        Set<String> needs = new LinkedHashSet<>();
        body.exprs().forEach(expr -> needs.addAll(of(expr)));
        return needs;
    }

    /** All variables that stand in closures of an expression. */
    static Set<String> ofClosures(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        Walk.nodes(
                expr,
                node ->
                        switch (node) {
                            case Comprehension comprehension -> {
                                names.addAll(VarScan.ALL.in(comprehension));
                                yield false;
                            }
                            case Statement.Every every -> {
                                names.addAll(VarScan.ALL.in(every.body()));
                                yield false;
                            }
                            case Statement.Not not -> {
                                names.addAll(VarScan.ALL.in(not));
                                yield false;
                            }
                            case Statement.Logical logical -> {
                                names.addAll(VarScan.ALL.in(logical));
                                yield false;
                            }
                            default -> true;
                        });
        return names;
    }

    private void addOpen(Operand operand, Set<String> needs) {
        if (!operand.explicit()) {
            needs.addAll(open(operand.body().exprs()));
        }
    }

    /** Variables that one expression binds and another reads are settled; all others are open. */
    private Set<String> open(List<Expr> exprs) {
        Map<String, Integer> uses = new HashMap<>();
        Set<String> open = new LinkedHashSet<>();
        for (Expr expr : exprs) {
            for (String name : VarScan.NEEDED.in(expr)) {
                uses.merge(name, 1, Integer::sum);
                open.add(name);
            }
        }
        if (exprs.size() > 1) {
            Set<String> bound = new HashSet<>();
            exprs.forEach(expr -> expr.call().ifPresent(call -> addBound(expr, call, bound)));
            open.removeIf(name -> bound.contains(name) && uses.getOrDefault(name, 0) > 1);
        }
        return open;
    }

    private void addBound(Expr expr, Call call, Set<String> bound) {
        if (OutputVars.isUnification(expr)) {
            bound.addAll(OutputVars.ofEquality(expr, Set.of()));
            return;
        }
        OptionalInt arity = signatures.arity(call.function());
        if (arity.isPresent() && arity.getAsInt() < call.args().size()) {
            bound.addAll(
                    VarScan.ARGUMENT.in(call.args().subList(arity.getAsInt(), call.args().size())));
        }
    }
}
