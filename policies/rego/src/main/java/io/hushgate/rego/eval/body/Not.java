package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;

/** A body that must not hold in any way. */
public final class Not extends Check {
    private final Step body;

    /**
     * @param body ends with {@link Found}
     */
    public Not(Step body) {
        this.body = body;
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        return !body.run(scope, frame);
    }
}
