package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code data.a.b} where no rule is at or below the path. */
public final class BaseData extends Thunk {
    private final List<Value> path;

    public BaseData(List<Value> path) {
        this.path = List.copyOf(path);
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        return scope.data(path);
    }
}
