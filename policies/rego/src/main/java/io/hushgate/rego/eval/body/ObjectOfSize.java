package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoObject;

/**
 * A term that must be an object of some size: the first half of taking <code>{k: x}</code> apart.
 */
public final class ObjectOfSize extends Check {
    private final Thunk term;
    private final int size;

    public ObjectOfSize(Thunk term, int size) {
        this.term = term;
        this.size = size;
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        return term.of(scope, frame) instanceof RegoObject object && object.size() == size;
    }
}
