package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;

/** A term that must be defined, whatever its value. */
public final class Defined extends Check {
    private final Thunk term;

    public Defined(Thunk term) {
        this.term = term;
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        return term.of(scope, frame) != null;
    }
}
