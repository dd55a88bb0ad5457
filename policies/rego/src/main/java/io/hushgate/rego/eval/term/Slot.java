package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A bound variable. */
public final class Slot extends Thunk {
    private final int index;

    public Slot(int index) {
        this.index = index;
    }

    public int index() {
        return index;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        return frame.get(index);
    }
}
