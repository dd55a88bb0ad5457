package io.hushgate.rego.eval.term;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.eval.Replacement;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A builtin that {@code with} puts in place of another function. */
public record BuiltinReplacement(Builtin builtin, Location location) implements Replacement {
    @Override
    public @Nullable Value call(Scope scope, Value[] args) {
        try {
            Value result = builtin.call(scope.run().builtins(), args);
            scope.budget().made(result);
            return result;
        } catch (BuiltinError error) {
            return scope.run().undefinedAfter(error, location);
        }
    }
}
