package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.document.Keyed;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The part of a partial rule's document under keys that are known: {@code p[x]} with {@code x}
 * bound.
 */
public final class KeyedValue extends Thunk {
    private final Keyed document;
    private final Thunks keys;

    public KeyedValue(Keyed document, Thunks keys) {
        this.document = document;
        this.keys = keys;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value[] values = keys.of(scope, frame);
        return values == null ? null : document.under(values, scope);
    }
}
