package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Stored;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code data.list[key]}: a look-up in base data; see {@link Stored}. */
public final class GetStored extends Thunk {
    private final Thunk from;
    private final Thunk key;

    public GetStored(Thunk from, Thunk key) {
        this.from = from;
        this.key = key;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value value = from.of(scope, frame);
        if (value == null) {
            return null;
        }
        Value wanted = key.of(scope, frame);
        return wanted == null ? null : Stored.get(value, wanted);
    }
}
