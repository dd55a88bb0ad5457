package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;

/** {@code and}: the second check is made only when the first one holds. */
public final class Both extends Check {
    private final Check first;
    private final Check second;

    public Both(Check first, Check second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        return first.holds(scope, frame) && second.holds(scope, frame);
    }
}
