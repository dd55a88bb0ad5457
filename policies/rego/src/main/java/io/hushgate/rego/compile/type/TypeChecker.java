package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.RuleUnit;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.Entries;
import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.type.RegoType.SetOf;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Infers the type of every rule from the types of those it needs, and finds expressions that cannot
 * hold whatever the input is. Each body is looked at once.
 */
public final class TypeChecker {
    private static final Pattern DOT = Pattern.compile("\\.");

    private final TypeEnv global;
    private final TypeErrors errors;
    private final Function<Ref, Set<Ref>> dependents;
    private final DeclaredTypes declared;

    /**
     * @param global what is known already; rules are added to it
     * @param dependents for the target of a {@code with}: paths of the rules that need it, itself
     *     included
     * @param declared what authors say about types
     */
    public TypeChecker(
            TypeEnv global,
            LocalNames names,
            Function<Ref, Set<Ref>> dependents,
            DeclaredTypes declared) {
        this.global = global;
        this.errors = new TypeErrors(names);
        this.dependents = dependents;
        this.declared = declared;
    }

    /**
     * Knows the builtins, and the input if there is a schema for it.
     *
     * @param problems receives what is wrong with the schema
     */
    public static TypeEnv declarations(
            Builtins builtins, Optional<Value> inputSchema, Consumer<RegoError> problems) {
        TypeEnv env = TypeEnv.empty();
        inputSchema.ifPresent(schema -> {
            try {
                env.tree().put(List.of(Var.of("input")), SchemaTypes.of(schema));
            } catch (SchemaProblem problem) {
                problems.accept(new RegoError(ErrorCode.TYPE, problem.text(), Location.NONE));
            }
        });
        for (Builtin builtin : builtins.all()) {
            List<Term> path = new ArrayList<>();
            for (String word : DOT.splitAsStream(builtin.name()).toList()) {
                path.add(path.isEmpty() ? Var.of(word) : Scalar.Text.of(word));
            }
            env.tree().put(path, builtin.declaration());
        }
        return env;
    }

    /** Checks a body that belongs to no rule. */
    public List<RegoError> query(Body body) {
        List<RegoError> found = new ArrayList<>();
        body(global.layer(), body, found);
        return found;
    }

    /** Checks a rule or branch after all that it needs, and notes its type. */
    public List<RegoError> rule(RuleUnit rule) {
        List<RegoError> found = new ArrayList<>();
        TypeEnv env = declared.inside(rule, global, found);
        int before = found.size();
        body(env, rule.body(), found);
        Ref path = rule.path();
        if (found.size() > before) {
            global.tree().put(path.groundPrefix().parts(), RegoType.ANY);
            return found;
        }
        RegoType type =
                rule.head().isFunction()
                        ? function(env, rule.head())
                        : document(env, rule.head(), path);
        if (type != null) {
            global.tree().insert(path.groundPrefix(), type, global::type);
        }
        return found;
    }

    private static RegoType function(TypeEnv env, Head head) {
        for (Term arg : head.args()) {
            Walk.vars(
                    arg,
                    v -> {
                        if (env.type(v) == null) {
                            env.putVar(v, RegoType.ANY);
                        }
                    });
        }
        List<RegoType> args = head.args().stream().map(arg -> Types.orAny(env.type(arg))).toList();
        return new FunctionOf(args, Types.orAny(head.value().map(env::type).orElse(null)), null);
    }

    private static @Nullable RegoType document(TypeEnv env, Head head, Ref path) {
        RegoType type =
                switch (head.result()) {
                    case Head.Result.Value(var value, _, _) -> env.type(value);
                    case Head.Result.Member(var key) -> {
                        RegoType member = env.type(key);
                        yield member == null ? null : new SetOf(member);
                    }
                };
        List<Term> keys = path.parts();
        for (int i = keys.size() - 1; i >= path.groundPrefix().size() && type != null; i--) {
            RegoType key = env.type(keys.get(i));
            type = key == null ? null : Types.object(List.of(), new Entries(key, type));
        }
        return type;
    }

    private void body(TypeEnv env, Body body, List<RegoError> found) {
        for (Expr expr : body.exprs()) {
            expression(expr.modifiers().isEmpty() ? env : modified(env, expr), expr, found);
        }
    }

    private void expression(TypeEnv env, Expr expr, List<RegoError> found) {
        int before = found.size();
        closures(env, expr, found);
        found.addAll(new ReferenceTypes(env, errors).check(expr));
        boolean explained = found.size() > before;
        new ExpressionTypes(env, errors).check(expr, explained).ifPresent(found::add);
    }

    /**
     * Checks the comprehensions of an expression, each in a layer of its own, and notes their
     * types.
     */
    private void closures(TypeEnv env, Expr expr, List<RegoError> found) {
        Walk.nodes(
                expr,
                node -> {
                    if (!(node instanceof Comprehension comprehension)) {
                        return true;
                    }
                    int before = found.size();
                    TypeEnv inner = env.layer();
                    body(inner, comprehension.body(), found);
                    RegoType type = closure(inner, comprehension);
                    if (found.size() == before) {
                        env.putClosure(comprehension, type);
                    }
                    return false;
                });
    }

    /** The type of a comprehension; parts of which nothing is known can be anything. */
    private static RegoType closure(TypeEnv env, Comprehension comprehension) {
        return switch (comprehension) {
            case Comprehension.OfArray(var item, _, _) -> Types.array(List.of(), env.type(item));
            case Comprehension.OfSet(var item, _, _) ->
                    Types.bounded(new SetOf(Types.orAny(env.type(item))));
            case Comprehension.OfObject(var key, var value, _, _) ->
                    Types.object(
                            List.of(),
                            new Entries(Types.orAny(env.type(key)), Types.orAny(env.type(value))));
        };
    }

    /**
     * A layer in which replaced documents can have the type of their replacement as well, and rules
     * that need them any type.
     */
    private TypeEnv modified(TypeEnv env, Expr expr) {
        TypeTree replaced = new TypeTree();
        for (With with : expr.modifiers()) {
            boolean function = env.ref(with.target()) instanceof FunctionOf;
            for (Ref dependent : dependents.apply(with.target())) {
                if (!function || !dependent.equals(with.target())) {
                    replaced.put(dependent.parts(), RegoType.ANY);
                }
            }
        }
        for (With with : expr.modifiers()) {
            RegoType declared = env.ref(with.target());
            if (!(declared instanceof FunctionOf)) {
                RegoType either =
                        with.target().isGround() && declared != null
                                ? either(declared, env.type(with.value()))
                                : RegoType.ANY;
                replaced.put(with.target().groundPrefix().parts(), either);
            }
        }
        return env.modified(replaced);
    }

    private static RegoType either(RegoType declared, @Nullable RegoType replacement) {
        return replacement == null ? RegoType.ANY : Types.orAny(Types.or(declared, replacement));
    }
}
