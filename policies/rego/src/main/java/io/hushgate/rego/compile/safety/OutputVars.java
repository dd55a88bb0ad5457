package io.hushgate.rego.compile.safety;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.unit.Signatures;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the variables that an expression binds when it is evaluated. */
public final class OutputVars {
    private OutputVars() {}

    /** What the expressions bind in their order, beyond {@code safe}. */
    public static Set<String> ofBody(List<Expr> exprs, Set<String> safe, Signatures signatures) {
        Set<String> known = new HashSet<>(safe);
        Set<String> bound = new LinkedHashSet<>();
        for (Expr expr : exprs) {
            for (String name : ofExpr(expr, known, signatures)) {
                if (known.add(name)) {
                    bound.add(name);
                }
            }
        }
        return bound;
    }

    /** What a body binds, beyond {@code safe}. */
    public static Set<String> ofBody(Body body, Set<String> safe, Signatures signatures) {
        return ofBody(body.exprs(), safe, signatures);
    }

    /** The variables that {@code node} needs or binds itself, those of its closures left out. */
    public static Set<String> neededBy(Node node) {
        return VarScan.NEEDED.in(node);
    }

    static Set<String> ofExpr(Expr expr, Set<String> safe, Signatures signatures) {
        if (expr.negated()) {
            return Set.of();
        }
        for (With with : expr.modifiers()) {
            if (!safe.containsAll(VarScan.NEEDED.in(with))) {
                return Set.of();
            }
        }
        return switch (expr.statement()) {
            case Statement.OfTerm(TemplateString _) -> Set.of();
            case Statement.OfTerm(Call call) ->
                    isUnification(expr)
                            ? ofEquality(expr, safe)
                            : ofCall(expr, call, safe, signatures.arity(call.function()));
            case Statement.OfTerm _ -> ofTerms(expr, safe::contains);
            case Statement.Every every -> ofTerms(every.domain(), safe::contains);
            case Statement.SomeVars _, Statement.SomeIn _ -> Set.of();
            case Statement.Not _, Statement.Logical _ -> Set.of();
        };
    }

    static boolean isUnification(Expr expr) {
        return expr.isEquality() || expr.isAssignment();
    }

    /**
     * What an {@code =} or {@code :=} binds, beyond {@code safe}. The left side of {@code :=} takes
     * a value and never gives one: that it is known makes nothing on the right known.
     */
    public static Set<String> ofEquality(Expr expr, Set<String> safe) {
        List<Term> sides = expr.call().orElseThrow().args();
        Set<String> bound = ofTerms(expr, safe::contains);
        Set<String> assigned = expr.isAssignment() ? VarScan.ALL.in(sides.getFirst()) : Set.of();
        Predicate<String> known =
                name -> (safe.contains(name) || bound.contains(name)) && !assigned.contains(name);
        Set<String> unified = Unifier.boundBy(sides.get(0), sides.get(1), known);
        Set<String> all = new LinkedHashSet<>(bound);
        all.removeAll(assigned);
        all.addAll(unified);
        all.removeAll(safe);
        return all;
    }

    private static Set<String> ofCall(Expr expr, Call call, Set<String> safe, OptionalInt arity) {
        if (arity.isEmpty()) {
            return Set.of();
        }
        Set<String> bound = ofTerms(expr, safe::contains);
        int inputs = arity.getAsInt();
        if (inputs >= call.args().size()) {
            return bound;
        }
        Set<String> needed = VarScan.ARGUMENT.in(call.args().subList(0, inputs));
        needed.addAll(VarScan.ARGUMENT.in(call.function()));
        if (!needed.stream().allMatch(name -> safe.contains(name) || bound.contains(name))) {
            return Set.of();
        }
        Set<String> all = new LinkedHashSet<>(bound);
        all.addAll(VarScan.ARGUMENT.in(call.args().subList(inputs, call.args().size())));
        return all;
    }

    /** Keys that references enumerate: those whose head is known. */
    private static Set<String> ofTerms(Node node, Predicate<String> safe) {
        Set<String> bound = new LinkedHashSet<>();
        Walk.terms(
                node,
                term -> {
                    if (term instanceof Comprehension || term instanceof TemplateString) {
                        return false;
                    }
                    if (term instanceof Ref ref) {
                        if (!isSafe(ref, safe)) {
                            return false;
                        }
                        if (!ref.isGround()) {
                            bound.addAll(VarScan.KEYS.in(ref));
                        }
                    }
                    return true;
                });
        return bound;
    }

    /** Whether the document that a reference looks into is known. */
    static boolean isSafe(Ref ref, Predicate<String> safe) {
        return ref.head() instanceof Var head
                ? safe.test(head.name())
                : VarScan.NEEDED.in(ref.head()).stream().allMatch(safe);
    }
}
