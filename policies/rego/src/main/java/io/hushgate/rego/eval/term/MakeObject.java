package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** <code>{k: v}</code>; of equal keys the last one stays. */
public final class MakeObject extends Thunk {
    private final Thunks keys;
    private final Thunks values;

    public MakeObject(Thunks keys, Thunks values) {
        this.keys = keys;
        this.values = values;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value[] madeKeys = keys.of(scope, frame);
        Value[] madeValues = madeKeys == null ? null : values.of(scope, frame);
        if (madeKeys == null || madeValues == null) {
            return null;
        }
        RegoObject.Builder object = RegoObject.builder();
        for (int i = 0; i < madeKeys.length; i++) {
            object.put(madeKeys[i], madeValues[i]);
        }
        return object.build();
    }
}
