package io.hushgate.rego.test;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.eval.lower.Env;
import io.hushgate.rego.eval.lower.Instruments;
import java.util.List;

/** Instruments one after the other. */
record Several(List<Instruments> all) implements Instruments {
    @Override
    public void before(Expr expr, Env env) {
        all.forEach(instruments -> instruments.before(expr, env));
    }

    @Override
    public void after(Expr expr, Env env) {
        all.forEach(instruments -> instruments.after(expr, env));
    }

    @Override
    public void end(Rule rule, Env env) {
        all.forEach(instruments -> instruments.end(rule, env));
    }
}
