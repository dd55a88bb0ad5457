package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Overrides;
import io.hushgate.rego.eval.Replacement;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All {@code with} modifiers of one expression. Their values are evaluated in the scope outside.
 */
public final class ScopeChange {
    /** One modifier. */
    public sealed interface Target {
        /** {@code with input.a as v}. */
        record Input(List<Value> path, Thunk value) implements Target {}

        /** {@code with data.a as v}; {@code hidden} numbers the places at and below the path. */
        record Data(List<Value> path, Thunk value, BitSet hidden) implements Target {}

        /** {@code with f as v}: calls yield the value. */
        record FunctionValue(int function, Thunk value) implements Target {}

        /** {@code with f as g}. */
        record FunctionCall(int function, Replacement replacement) implements Target {}
    }

    private final Target[] targets;

    public ScopeChange(List<Target> targets) {
        this.targets = targets.toArray(Target[]::new);
    }

    /** The changed scope, or null when a value is undefined. */
    @Nullable Scope apply(Scope scope, Frame frame) {
        Value input = scope.input();
        Value data = scope.data();
        Overrides overrides = scope.overrides();
        for (Target target : targets) {
            switch (target) {
                case Target.Input(var path, var thunk) -> {
                    Value value = thunk.of(scope, frame);
                    if (value == null) {
                        return null;
                    }
                    input = put(input, path, 0, value);
                }
                case Target.Data(var path, var thunk, var hidden) -> {
                    Value value = thunk.of(scope, frame);
                    if (value == null) {
                        return null;
                    }
                    data = put(data, path, 0, value);
                    overrides = overrides.hiding(hidden);
                }
                case Target.FunctionValue(int function, var thunk) -> {
                    Value value = thunk.of(scope, frame);
                    if (value == null) {
                        return null;
                    }
                    overrides = overrides.replacing(function, (_, _) -> value);
                }
                case Target.FunctionCall(int function, var replacement) ->
                        overrides = overrides.replacing(function, replacement);
            }
        }
        return scope.with(input, data, overrides);
    }

    /**
     * A document with one part set; what stands in the way of the path and is no object gives way.
     */
    private static Value put(@Nullable Value document, List<Value> path, int from, Value value) {
        if (from == path.size()) {
            return value;
        }
        RegoObject object = document instanceof RegoObject known ? known : RegoObject.EMPTY;
        Value key = path.get(from);
        return object.with(key, put(object.get(key), path, from + 1, value));
    }
}
