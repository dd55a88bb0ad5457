package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.document.Function;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of a function that is written in Rego. */
public final class CallFunction extends Thunk {
    private final Function function;
    private final Thunks arguments;

    public CallFunction(Function function, Thunks arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value[] values = arguments.of(scope, frame);
        return values == null ? null : function.call(scope, values);
    }
}
