package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.FunctionOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks one expression as a whole: the sides of {@code =}, the arguments of a call, the modifiers.
 */
final class ExpressionTypes {
    private static final FunctionOf EQUALITY =
            new FunctionOf(List.of(RegoType.ANY, RegoType.ANY), RegoType.Scalar.BOOLEAN, null);

    private final TypeEnv env;
    private final TypeErrors errors;
    private final Inference inference;

    ExpressionTypes(TypeEnv env, TypeErrors errors) {
        this.env = env;
        this.errors = errors;
        this.inference = new Inference(env);
    }

    /**
     * What is wrong, if anything.
     *
     * @param explained whether errors inside of the expression have been reported already; then
     *     those that follow from an unknown type are kept back
     */
    Optional<RegoError> check(Expr expr, boolean explained) {
        for (With with : expr.modifiers()) {
            if (env.ref(with.target()) instanceof FunctionOf wanted
                    && env.type(with.value()) instanceof FunctionOf given
                    && !Compatibility.fits(wanted, given)) {
                Call target = new Call(with.target(), List.of(), with.location());
                return Optional.of(
                        errors.arguments(
                                with.location(),
                                target,
                                "arity mismatch",
                                new ArrayList<>(given.arguments()),
                                wanted));
            }
        }
        Optional<Call> call = expr.call();
        if (call.isEmpty()) {
            return Optional.empty();
        }
        return call.get().name().equals("eq")
                ? equality(expr, call.get(), explained)
                : call(expr, call.get(), explained);
    }

    private Optional<RegoError> equality(Expr expr, Call call, boolean explained) {
        List<Term> sides = call.args();
        if (sides.size() != 2) {
            String what = sides.size() < 2 ? "too few arguments" : "too many arguments";
            return Optional.of(
                    errors.arguments(expr.location(), call, what, types(sides), EQUALITY));
        }
        RegoType left = env.type(sides.get(0));
        RegoType right = env.type(sides.get(1));
        if (inference.unify(sides.get(0), sides.get(1))
                || (explained && (left == null || right == null))) {
            return Optional.empty();
        }
        return Optional.of(errors.mismatch(expr.location(), left, right));
    }

    private Optional<RegoError> call(Expr expr, Call call, boolean explained) {
        RegoType declared = env.ref(call.function());
        if (Types.isAny(declared)) {
            return Optional.empty();
        }
        if (!(declared instanceof FunctionOf function)) {
            return Optional.of(errors.undefinedFunction(expr.location(), call.function()));
        }
        List<Term> args = call.args();
        List<@Nullable RegoType> given = types(args);
        int most = function.arity() + (function.isVoid() ? 0 : 1);
        if (args.size() > most && function.variadic() == null) {
            return Optional.of(
                    errors.arguments(expr.location(), call, "too many arguments", given, function));
        }
        if (args.size() < function.arity()) {
            return Optional.of(
                    errors.arguments(expr.location(), call, "too few arguments", given, function));
        }
        for (int i = 0; i < args.size(); i++) {
            RegoType wanted = wanted(function, i);
            RegoType have = given.get(i);
            if ((have != null && !Compatibility.fits(have, wanted))
                    || !inference.fit(args.get(i), wanted)) {
                List<@Nullable RegoType> now = types(args);
                return explained && now.stream().anyMatch(Objects::isNull)
                        ? Optional.empty()
                        : Optional.of(
                                errors.arguments(
                                        expr.location(),
                                        call,
                                        "invalid argument(s)",
                                        now,
                                        function));
            }
        }
        return Optional.empty();
    }

    private static RegoType wanted(FunctionOf function, int index) {
        if (index < function.arity()) {
            return function.arguments().get(index);
        }
        return Types.orAny(index == function.arity() ? function.result() : function.variadic());
    }

    private List<@Nullable RegoType> types(List<Term> terms) {
        List<@Nullable RegoType> types = new ArrayList<>(terms.size());
        for (Term term : terms) {
            types.add(env.type(term));
        }
        return types;
    }
}
