package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;

/** A term without variables, references or calls. */
public final class Constant extends Thunk {
    private final Value value;

    public Constant(Value value) {
        this.value = value;
    }

    @Override
    public Value of(Scope scope, Frame frame) {
        return value;
    }

    @Override
    public Value constant() {
        return value;
    }
}
