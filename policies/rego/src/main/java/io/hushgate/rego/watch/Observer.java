package io.hushgate.rego.watch;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.value.Value;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Is told what an evaluation does, on its thread. Expressions and rules are those of the compiled
 * program, at the places where they were written.
 */
public interface Observer {
    /** Watches nothing. */
    Observer NONE =
            new Observer() {
                @Override
                public void reached(Expr expr, Supplier<Map<String, Value>> values) {}

                @Override
                public void held(Expr expr) {}

                @Override
                public void delivered(Rule rule) {}
            };

    /**
     * An expression is about to be evaluated.
     *
     * @param values the variables that it mentions and that have a value: under their written
     *     names, or, where the compiler has named a part of the expression, under the text of that
     *     part. To be asked for during this call only
     */
    void reached(Expr expr, Supplier<Map<String, Value>> values);

    /** The expression has held, in one way more. */
    void held(Expr expr);

    /** The whole body of a rule, or of a branch of one, has held. */
    void delivered(Rule rule);
}
