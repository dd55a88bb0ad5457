package io.hushgate.rego.eval;

import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A term that has at most one value where it stands: every variable in it is bound. */
public abstract class Thunk {
    /** The value, or null when the term is undefined. */
    public abstract @Nullable Value of(Scope scope, Frame frame);

    /** The value when it is the same in every scope and frame, else null. */
    public @Nullable Value constant() {
        return null;
    }
}
