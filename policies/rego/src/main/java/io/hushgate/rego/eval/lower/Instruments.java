package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Rule;

/**
 * What lowering adds to the chain for those who watch an evaluation; nothing for those who do not.
 */
public interface Instruments {
    Instruments NONE =
            new Instruments() {
                @Override
                public void before(Expr expr, Env env) {}

                @Override
                public void after(Expr expr, Env env) {}

                @Override
                public void end(Rule rule, Env env) {}
            };

    /** Called where an expression is about to be looked at. */
    void before(Expr expr, Env env);

    /** Called where an expression has held, once for each way it holds. */
    void after(Expr expr, Env env);

    /** Called where the whole body of a rule has held. */
    void end(Rule rule, Env env);
}
