package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoArray;

/** A term that must be an array of some length: the first half of taking {@code [x, y]} apart. */
public final class ArrayOfSize extends Check {
    private final Thunk term;
    private final int size;

    public ArrayOfSize(Thunk term, int size) {
        this.term = term;
        this.size = size;
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        return term.of(scope, frame) instanceof RegoArray array && array.size() == size;
    }
}
