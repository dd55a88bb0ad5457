package io.hushgate.rego.eval.body;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Link;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.term.Thunks;
import io.hushgate.rego.value.Value;

/** A call of a builtin that has many results, such as {@code walk}: holds once for each. */
public final class ScanRelation extends Link {
    private final Builtin builtin;
    private final Thunks arguments;
    private final int resultSlot;
    private final Location location;

    public ScanRelation(Builtin builtin, Thunks arguments, int resultSlot, Location location) {
        this.builtin = builtin;
        this.arguments = arguments;
        this.resultSlot = resultSlot;
        this.location = location;
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        Value[] values = arguments.of(scope, frame);
        if (values == null) {
            return false;
        }
        try {
            return builtin.each(
                            scope.run().builtins(), values, result -> result(result, scope, frame))
                    != 0;
        } catch (BuiltinError error) {
            return scope.run().undefinedAfter(error, location) != null;
        }
    }

    private int result(Value result, Scope scope, Frame frame) {
        scope.budget().step();
        frame.set(resultSlot, result);
        return next().run(scope, frame) ? 1 : 0;
    }
}
