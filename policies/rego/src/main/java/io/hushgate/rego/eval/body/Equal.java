package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;

/** Two terms that must have the same value. */
public final class Equal extends Check {
    private final Thunk left;
    private final Thunk right;

    public Equal(Thunk left, Thunk right) {
        this.left = left;
        this.right = right;
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        Value value = left.of(scope, frame);
        return value != null && value.equals(right.of(scope, frame));
    }
}
