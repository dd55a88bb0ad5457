package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;

/** Ends the body of an array comprehension. */
public final class AddElement extends Step {
    private final Thunk item;

    public AddElement(Thunk item) {
        this.item = item;
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        Value value = item.of(scope, frame);
        if (value != null) {
            scope.budget().grow();
            ((Elements) frame.out()).add(value);
        }
        return false;
    }
}
