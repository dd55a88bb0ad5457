package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code from.name}: a look-up under a constant key. */
public final class GetField extends Thunk {
    private final Thunk from;
    private final Value key;

    public GetField(Thunk from, Value key) {
        this.from = from;
        this.key = key;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value value = from.of(scope, frame);
        return value == null ? null : value.get(key);
    }
}
