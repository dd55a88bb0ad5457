package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.check.WithTargets;
import io.hushgate.rego.compile.unit.Compilation;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds the values of {@code with} before the expression, unless they name a function that replaces
 * another; checks on the way that the target may be replaced.
 */
public final class WithValues extends Transformer {
    private final Compilation compilation;
    private final WithTargets targets;
    private final Bindings bindings;

    public WithValues(Compilation compilation) {
        this.compilation = compilation;
        this.targets = new WithTargets(compilation);
        this.bindings = new Bindings(compilation.names());
    }

    @Override
    public Body body(Body body) {
        List<Expr> exprs = new ArrayList<>();
        for (Expr expr : super.body(body).exprs()) {
            List<With> modifiers = new ArrayList<>();
            for (With with : expr.modifiers()) {
                modifiers.add(modifier(with, exprs));
            }
            exprs.add(expr.withModifiers(modifiers));
        }
        return body.withExprs(exprs);
    }

    private With modifier(With written, List<Expr> before) {
        With with = new With(written.target(), function(written.value()), written.location());
        if (targets.replacesFunction(with) || !Bindings.needsEvaluation(with.value())) {
            return with;
        }
        Expr binding = bindings.bind(with.value());
        before.add(binding);
        return new With(with.target(), Bindings.variable(binding), with.location());
    }

    /** The name of a builtin alone is a reference to it. */
    private Term function(Term value) {
        return value instanceof Var v && compilation.builtins().find(v.name()) != null
                ? new Ref(List.of(v), v.location())
                : value;
    }
}
