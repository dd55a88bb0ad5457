package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;

/** Gives a variable its value. */
public final class Bind extends Check {
    private final int slot;
    private final Thunk term;

    public Bind(int slot, Thunk term) {
        this.slot = slot;
        this.term = term;
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        Value value = term.of(scope, frame);
        if (value == null) {
            return false;
        }
        frame.set(slot, value);
        return true;
    }
}
