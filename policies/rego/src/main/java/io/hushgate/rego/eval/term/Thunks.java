package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a literal or the arguments of a call, which are defined together or not at all. */
public final class Thunks {
    private final Thunk[] thunks;

    public Thunks(List<? extends Thunk> thunks) {
        this.thunks = thunks.toArray(Thunk[]::new);
    }

    public int size() {
        return thunks.length;
    }

    public Thunk at(int index) {
        return thunks[index];
    }

    /**
     * The values in order, or null when one is undefined; what comes after that one is not looked
     * at.
     */
    public Value @Nullable [] of(Scope scope, Frame frame) {
        Value[] values = new Value[thunks.length];
        for (int i = 0; i < values.length; i++) {
            Value value = thunks[i].of(scope, frame);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }
}
