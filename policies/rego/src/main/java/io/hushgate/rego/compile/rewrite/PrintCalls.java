package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.safety.OutputVars;
import io.hushgate.rego.compile.unit.Compilation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rewrites calls of {@code print} so that an undefined argument does not end the evaluation. What
 * is printed must be known before: {@code print} never moves.
 */
public final class PrintCalls extends Transformer {
    private final Compilation compilation;
    private Set<String> known;

    /**
     * @param bound variables that are bound around the node to be rewritten
     */
    public PrintCalls(Compilation compilation, Set<String> bound) {
        this.compilation = compilation;
        this.known = bound;
    }

    /** Takes all calls of {@code print} out; a body of nothing else becomes {@code true}. */
    public static Transformer eraser() {
        return new Transformer() {
            @Override
            public Body body(Body body) {
                List<Expr> kept =
                        super.body(body).exprs().stream().filter(e -> !isPrint(e)).toList();
                return body.withExprs(
                        kept.isEmpty()
                                ? List.of(Expr.of(new Scalar.Bool(true, body.location())))
                                : kept);
            }
        };
    }

    @Override
    public Body body(Body body) {
        Set<String> outside = known;
        known = new HashSet<>(outside);
        List<Expr> exprs = new ArrayList<>();
        for (Expr expr : body.exprs()) {
            exprs.add(isPrint(expr) ? print(expr) : expr(expr));
            known.addAll(OutputVars.ofBody(List.of(expr), known, compilation.signatures()));
            Walk.vars(
                    expr,
                    v -> {
                        if (v.isGenerated()) {
                            known.add(v.name());
                        }
                    });
        }
        known = outside;
        return body.withExprs(exprs);
    }

    @Override
    public Statement statement(Statement statement) {
        Set<String> outside = known;
        if (statement instanceof Statement.Every every) {
            known = new HashSet<>(outside);
            every.symbols().forEach(symbol -> known.add(symbol.name()));
        }
        Statement rewritten = super.statement(statement);
        known = outside;
        return rewritten;
    }

    private Expr print(Expr expr) {
        Call call = expr.call().orElseThrow();
        List<Term> shown = new ArrayList<>();
        for (Term arg : call.args()) {
            Set<String> unknown = new LinkedHashSet<>(OutputVars.neededBy(arg));
            unknown.removeAll(known);
            for (String name : unknown) {
                Var written = Var.of(compilation.names().original(name));
                compilation.problems().compile(arg.location(), "var " + written + " is undeclared");
            }
            shown.add(Captures.set(term(arg), List.of(), compilation.names()));
        }
        Location location = expr.location();
        return expr.withTerm(
                new Call(
                        Ref.of(location, "internal", "print"),
                        List.of(new ArrayTerm(shown, location)),
                        location));
    }

    static boolean isPrint(Expr expr) {
        return expr.call()
                .filter(call ->
                        call.function().size() == 1
                                && call.function().head() instanceof Var v
                                && v.name().equals("print"))
                .isPresent();
    }
}
