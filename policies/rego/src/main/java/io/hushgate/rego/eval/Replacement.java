package io.hushgate.rego.eval;

import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** What {@code with} calls in place of a function. */
public interface Replacement {
    /** The value of the call, or null when undefined. The arguments are defined. */
    @Nullable Value call(Scope scope, Value[] args);
}
