package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.compile.type.ArgumentDetails;
import io.hushgate.rego.compile.unit.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** Checks that called functions exist, take that many arguments, and may be called. */
public final class Functions {
    private final Compilation compilation;

    public Functions(Compilation compilation) {
        this.compilation = compilation;
    }

    /**
     * Reports calls of functions that yield nothing where a value is wanted. Before calls are taken
     * apart.
     */
    public void checkVoid(Node node) {
        Walk.nodes(
                node,
                n -> {
                    if (n instanceof Statement.OfTerm(Call call)) {
                        call.args().forEach(this::checkVoid);
                        return false;
                    }
                    if (n instanceof Call call
                            && compilation
                                    .builtin(call.function())
                                    .filter(builtin -> builtin.declaration().isVoid())
                                    .isPresent()) {
                        compilation.problems().type(call.location(), call + " used as value");
                    }
                    return true;
                });
    }

    /**
     * Reports unknown functions, and calls with too few or too many arguments. After calls are
     * taken apart.
     */
    public void checkDefined(Node node) {
        Walk.nodes(
                node,
                n ->
                        !(n instanceof Expr expr)
                                || expr.call().map(call -> isDefined(expr, call)).orElse(true));
    }

    private boolean isDefined(Expr expr, Call call) {
        OptionalInt arity = compilation.signatures().arity(call.function());
        if (arity.isEmpty()) {
            compilation
                    .problems()
                    .type(expr.location(), "undefined function " + written(call.function()));
            return false;
        }
        int wanted = arity.getAsInt();
        int given = call.args().size();
        if (expr.generated()) {
            if (call.isOf(Operator.EQ) || given == wanted + 1) {
                return true;
            }
            given--;
        } else if (given == wanted || given == wanted + 1) {
            return true;
        }
        compilation.problems().add(arityMismatch(expr.location(), call, wanted, given));
        return false;
    }

    private RegoError arityMismatch(Location location, Call call, int wanted, int given) {
        Optional<Builtin> builtin = compilation.builtin(call.function());
        if (builtin.isPresent()) {
            return new RegoError(
                    ErrorCode.TYPE,
                    call.name() + ": arity mismatch",
                    location,
                    ArgumentDetails.ofWritten(call.args(), builtin.get().declaration()));
        }
        return new RegoError(
                ErrorCode.TYPE,
                "function %s has arity %d, got %d argument%s"
                        .formatted(written(call.function()), wanted, given, given == 1 ? "" : "s"),
                location);
    }

    /** The reference with the names that the author gave. */
    private Ref written(Ref function) {
        List<Term> parts = new ArrayList<>();
        for (Term part : function.parts()) {
            parts.add(
                    part instanceof Var v
                            ? new Var(compilation.names().original(v.name()), v.location())
                            : part);
        }
        return new Ref(parts, function.location());
    }

    /** Reports calls of builtins that are switched off. */
    public void checkUnsafe(Node node) {
        eachCall(
                node,
                (location, call) -> {
                    if (compilation.unsafeBuiltins().contains(call.name())) {
                        compilation
                                .problems()
                                .type(
                                        location,
                                        "unsafe built-in function calls in expression: "
                                                + call.name());
                    }
                });
    }

    /** Reports calls of builtins that the language has given up. */
    public void checkDeprecated(Node node) {
        eachCall(
                node,
                (location, call) -> {
                    if (compilation
                            .builtin(call.function())
                            .filter(builtin -> builtin.is(Builtin.Trait.DEPRECATED))
                            .isPresent()) {
                        compilation
                                .problems()
                                .type(
                                        location,
                                        "deprecated built-in function calls in expression: "
                                                + call.name());
                    }
                });
    }

    private static void eachCall(Node node, BiConsumer<Location, Call> action) {
        Walk.nodes(
                node,
                n -> {
                    if (n instanceof Expr expr) {
                        expr.call().ifPresent(call -> action.accept(expr.location(), call));
                    }
                    return true;
                });
    }
}
