package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code [a, b]}. */
public final class MakeArray extends Thunk {
    private final Thunks elements;

    public MakeArray(Thunks elements) {
        this.elements = elements;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value[] values = elements.of(scope, frame);
        return values == null ? null : RegoArray.owning(values);
    }
}
