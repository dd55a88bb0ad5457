package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** <code>{a, b}</code>. */
public final class MakeSet extends Thunk {
    private final Thunks members;

    public MakeSet(Thunks members) {
        this.members = members;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value[] values = members.of(scope, frame);
        return values == null ? null : RegoSet.of(values);
    }
}
