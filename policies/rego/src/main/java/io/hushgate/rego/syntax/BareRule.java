package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Head.Result;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.List;
import java.util.function.Predicate;

/** Understands a rule without a body, such as {@code p := 1}, which was read as an expression. */
final class BareRule {
    private final Predicate<String> isBuiltin;

    BareRule(Predicate<String> isBuiltin) {
        this.isBuiltin = isBuiltin;
    }

    /**
     * The rule that a top-level expression stands for.
     *
     * @throws RegoException if it cannot be one
     */
    Definition of(Body body) {
        Expr expr = body.exprs().getFirst();
        if (body.exprs().size() > 1) {
            throw error(expr, "multiple expressions cannot be used for rule head");
        }
        if (!expr.modifiers().isEmpty()) {
            throw error(expr, "expressions using with keyword cannot be used for rule head");
        }
        if (expr.negated()) {
            throw error(expr, "negated expressions cannot be used for rule head");
        }
        return switch (expr.statement()) {
            case Statement.OfTerm(Call call) -> ofCall(expr, call);
            case Statement.OfTerm(Ref ref) -> ofRef(expr, ref);
            case Statement.OfTerm(Term term) ->
                    throw error(expr, term.typeName() + " cannot be used for rule name");
            case Statement.SomeVars _, Statement.SomeIn _ ->
                    throw error(expr, "'some' declarations cannot be used for rule head");
            case Statement.Every _, Statement.Not _, Statement.Logical _ ->
                    throw error(expr, "expression cannot be used for rule head");
        };
    }

    private Definition ofCall(Expr expr, Call call) {
        if (expr.isEquality() || expr.isAssignment()) {
            return ofEquation(expr, call.args().getFirst(), call.args().getLast());
        }
        if (isBuiltin.test(call.name())) {
            throw error(expr, "rule name conflicts with built-in function");
        }
        if (call.args().isEmpty()) {
            throw error(expr, "rule argument list must take at least one argument");
        }
        Location location = call.function().location();
        requireName(expr, call.function());
        Result truth = new Result.Value(new Scalar.Bool(true, location), false, false);
        return definition(new Head(call.function(), call.args(), truth, location), location);
    }

    private Definition ofEquation(Expr expr, Term left, Term right) {
        Result value = new Result.Value(right, expr.isAssignment(), false);
        Location location = expr.location();
        Head head =
                switch (left) {
                    case Call call -> new Head(call.function(), call.args(), value, location);
                    case Ref ref -> new Head(ref, List.of(), value, location);
                    case Var v ->
                            new Head(new Ref(List.of(v), v.location()), List.of(), value, location);
                    default -> throw error(expr, left.typeName() + " cannot be used for rule name");
                };
        requireName(expr, head.ref());
        return definition(head, location);
    }

    private Definition ofRef(Expr expr, Ref ref) {
        if (ref.size() == 1) {
            throw error(expr, "refs cannot be used for rule head");
        }
        requireName(expr, ref);
        Location location = ref.location();
        Head head =
                ref.size() == 2
                        ? new Head(
                                ref.prefix(1),
                                List.of(),
                                new Result.Member(ref.parts().getLast()),
                                location)
                        : new Head(
                                ref,
                                List.of(),
                                new Result.Value(new Scalar.Bool(true, location), false, true),
                                location);
        return definition(head, location);
    }

    private static void requireName(Expr expr, Ref ref) {
        if (!(ref.head() instanceof Var)) {
            throw error(expr, "invalid rule head: " + ref);
        }
    }

    private static Definition definition(Head head, Location location) {
        Rule rule =
                new Rule(false, head, RuleParser.truth(location), List.of(), List.of(), location);
        return new Definition(rule, false, false);
    }

    private static RegoException error(Expr expr, String message) {
        return new RegoException(new RegoError(ErrorCode.PARSE, message, expr.location()));
    }
}
