package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Replacement;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of a function that some {@code with} of the program replaces. */
public final class Replaceable extends Thunk {
    private final int function;
    private final Thunk call;
    private final Thunks arguments;

    /**
     * @param function the number of the function among those that are replaced somewhere
     */
    public Replaceable(int function, Thunk call, Thunks arguments) {
        this.function = function;
        this.call = call;
        this.arguments = arguments;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Replacement replacement = scope.overrides().of(function);
        if (replacement == null) {
            return call.of(scope, frame);
        }
        Value[] values = arguments.of(scope, frame);
        return values == null ? null : replacement.call(scope.withOriginalFunctions(), values);
    }
}
