package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;

/** A term that must be defined and not false. */
public final class Holds extends Check {
    private final Thunk term;

    public Holds(Thunk term) {
        this.term = term;
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        Value value = term.of(scope, frame);
        return value != null && value.isTruthy();
    }
}
