package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.unit.Roots;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks that references can lead somewhere, and types the variables that stand in them as keys.
 */
final class ReferenceTypes {
    private final TypeEnv env;
    private final TypeErrors errors;
    private final List<RegoError> found = new ArrayList<>();

    ReferenceTypes(TypeEnv env, TypeErrors errors) {
        this.env = env;
        this.errors = errors;
    }

    /** Checks the references of an expression, those of comprehensions left out. */
    List<RegoError> check(Expr expr) {
        statement(expr.statement());
        return found;
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.OfTerm(Call call) -> call.args().forEach(this::node);
            case Statement.OfTerm(var term) -> node(term);
            case Statement.Every(_, var domain, var body, _) -> {
                node(domain);
                body(body);
            }
            case Statement.Not(var operand, _) -> body(operand.body());
            case Statement.Logical(_, var left, var right, _) -> {
                body(left.body());
                body(right.body());
            }
            case Statement.SomeVars _, Statement.SomeIn _ -> {}
        }
    }

    private void body(Body body) {
        body.exprs().forEach(expr -> statement(expr.statement()));
    }

    private void node(Node node) {
        Walk.nodes(
                node,
                n ->
                        switch (n) {
                            case Comprehension _ -> false;
                            case Ref ref -> enter(ref);
                            default -> true;
                        });
    }

    /** Whether to look at the parts of a reference as well. */
    private boolean enter(Ref ref) {
        if (env.ref(ref) instanceof FunctionOf) {
            found.add(errors.functionNotCalled(ref));
            return false;
        }
        Optional<RegoError> error = walk(env, env.tree(), ref, 0);
        error.ifPresent(found::add);
        return true;
    }

    /** Follows a reference through the tree of a layer, from key number {@code index} on. */
    private Optional<RegoError> walk(TypeEnv layer, TypeTree start, Ref ref, int start0) {
        TypeTree node = start;
        for (int index = start0; index < ref.size(); index++) {
            Term key = ref.parts().get(index);
            Optional<RegoError> error = key(node, ref, index);
            if (error.isPresent()) {
                return error;
            }
            TypeTree child = node.child(key);
            if (child == null) {
                return leave(layer, ref);
            }
            if (child.type() != null) {
                return below(child.type(), ref, index + 1);
            }
            node = child;
        }
        return Optional.empty();
    }

    /** Checks one key against what is known to stand at {@code node}. */
    private Optional<RegoError> key(TypeTree node, Ref ref, int index) {
        Term key = ref.parts().get(index);
        boolean word = key instanceof Var || key instanceof Scalar.Text;
        if ((index == 1 || index == 2) && !word) {
            return Optional.of(
                    errors.wrongKey(
                            ref,
                            index,
                            env.type(key),
                            RegoType.Scalar.STRING,
                            node.children().keySet()));
        }
        if (index > 0 && key instanceof Var v) {
            RegoType keys = Types.keys(TypeEnv.extent(node));
            RegoType known = env.type(v);
            if (known == null) {
                if (keys != null) {
                    env.putVar(v, keys);
                }
            } else if (!Compatibility.fits(keys, known)) {
                return Optional.of(
                        errors.wrongKey(ref, index, known, keys, node.children().keySet()));
            }
        }
        return Optional.empty();
    }

    /** What to do where a layer knows no further. */
    private Optional<RegoError> leave(TypeEnv layer, Ref ref) {
        TypeEnv next = layer.below();
        if (next != null) {
            return walk(next, next.tree(), ref, 0);
        }
        return below(RegoType.ANY, ref, Roots.NAMES.contains(ref.head().toString()) ? 1 : 0);
    }

    /** Checks the keys from {@code index} on against a type. */
    private Optional<RegoError> below(RegoType type, Ref ref, int start) {
        RegoType here = type;
        for (int index = start; index < ref.size(); index++) {
            RegoType keys = Types.keys(here);
            if (keys == null) {
                return Optional.of(errors.noKeys(ref, index - 1, here));
            }
            Term key = ref.parts().get(index);
            RegoType next = Types.values(here);
            switch (key) {
                case Var v -> {
                    RegoType known = env.type(v);
                    if (known == null) {
                        env.putVar(v, keys);
                    } else if (!Compatibility.fits(known, keys)) {
                        return Optional.of(errors.wrongKey(ref, index, known, keys, here));
                    }
                }
                case Ref inner -> {
                    RegoType known = env.ref(inner);
                    if (known != null && !Compatibility.fits(known, keys)) {
                        return Optional.of(errors.wrongKey(ref, index, known, keys, here));
                    }
                }
                case ArrayTerm _, ObjectTerm _, SetTerm _ -> {
                    if (!new Inference(env).fit(key, keys)) {
                        return Optional.of(
                                errors.wrongKey(ref, index, env.type(key), keys, List.of()));
                    }
                }
                case Scalar constant -> {
                    next = selected(here, constant);
                    if (next == null) {
                        return Optional.of(errors.wrongKey(ref, index, null, keys, here));
                    }
                }
                case Call _, Comprehension _, TemplateString _ -> {}
            }
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.empty();
    }

    private static @Nullable RegoType selected(RegoType type, Scalar key) {
        Value value = ConstantTerms.value(key).orElseThrow();
        return Types.select(type, value);
    }
}
