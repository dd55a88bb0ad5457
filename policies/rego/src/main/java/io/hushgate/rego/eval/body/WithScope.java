package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Link;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;

/**
 * An expression under {@code with}: opens a scope, runs the expression in it, and goes on outside
 * of it.
 */
public final class WithScope extends Link {
    private final ScopeChange change;
    private Step expression = Found.INSTANCE;

    public WithScope(ScopeChange change) {
        this.change = change;
    }

    /**
     * Sets the enclosed expression.
     *
     * @param chain the expression, which ends with {@link #resumption()}
     */
    public void enclose(Step chain) {
        expression = chain;
    }

    /** The end of the enclosed expression: goes on with what follows, in the scope outside. */
    public Step resumption() {
        return new Resumption();
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        Scope inner = change.apply(scope, frame);
        return inner != null && expression.run(inner, frame);
    }

    private final class Resumption extends Step {
        @Override
        public boolean run(Scope scope, Frame frame) {
            return next().run(scope.outer(), frame);
        }
    }
}
