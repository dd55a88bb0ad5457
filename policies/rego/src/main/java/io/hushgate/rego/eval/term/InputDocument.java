package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code input}. */
public final class InputDocument extends Thunk {
    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        return scope.input();
    }
}
