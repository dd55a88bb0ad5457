package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.eval.body.Watch;

/** Puts what tells an observer between the expressions. */
public final class Watching implements Instruments {
    @Override
    public void before(Expr expr, Env env) {
        env.add(Watch.reached(expr));
    }

    @Override
    public void after(Expr expr, Env env) {
        // what has held shows at the next expression
    }

    @Override
    public void end(Rule rule, Env env) {
        env.add(Watch.delivered(rule));
    }
}
