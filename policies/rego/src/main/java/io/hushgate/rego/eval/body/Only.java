package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** Collects the one value of a complete rule or of a function call. */
public final class Only extends Collector {
    private @Nullable Value value;

    /** Takes a value, or returns false when there is another one already. */
    boolean offer(Value found) {
        Value known = value;
        if (known == null) {
            value = found;
            return true;
        }
        return known.equals(found);
    }

    /** The value, or null when there is none. */
    public @Nullable Value value() {
        return value;
    }
}
