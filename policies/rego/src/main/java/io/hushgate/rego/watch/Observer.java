package io.hushgate.rego.watch;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Rule;

/**
 * Is told what an evaluation does, on its thread. Expressions and rules are those of the compiled
 * program, at the places where they were written.
 */
public interface Observer {
    /** Watches nothing. */
    Observer NONE =
            new Observer() {
                @Override
                public void reached(Expr expr) {}

                @Override
                public void delivered(Rule rule) {}
            };

    /** An expression is about to be evaluated. */
    void reached(Expr expr);

    /** The whole body of a rule, or of a branch of one, has held. */
    void delivered(Rule rule);
}
