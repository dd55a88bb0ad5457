package io.hushgate.rego.eval.term;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A call of a builtin. */
public final class CallBuiltin extends Thunk {
    private final Builtin builtin;
    private final Thunks arguments;
    private final Location location;
    private final boolean speaks;

    /**
     * @param speaks whether it prints or traces, and so wants to know where it is called
     */
    public CallBuiltin(Builtin builtin, Thunks arguments, Location location, boolean speaks) {
        this.builtin = builtin;
        this.arguments = arguments;
        this.location = location;
        this.speaks = speaks;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value[] values = arguments.of(scope, frame);
        if (values == null) {
            return null;
        }
        if (speaks) {
            scope.run().builtins().setPlace(location);
        }
        try {
            Value result = builtin.call(scope.run().builtins(), values);
            scope.budget().made(result);
            return result;
        } catch (BuiltinError error) {
            return scope.run().undefinedAfter(error, location);
        }
    }
}
