package io.hushgate.rego.eval.body;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;

/** Ends the body of an object comprehension. */
public final class AddEntry extends Step {
    private final Thunk key;
    private final Thunk value;
    private final Location location;

    public AddEntry(Thunk key, Thunk value, Location location) {
        this.key = key;
        this.value = value;
        this.location = location;
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        Value foundKey = key.of(scope, frame);
        Value foundValue = foundKey == null ? null : value.of(scope, frame);
        if (foundKey != null && foundValue != null) {
            scope.budget().grow();
            if (!((Entries) frame.out()).add(foundKey, foundValue)) {
                throw Conflict.OBJECT_KEYS.at(location);
            }
        }
        return false;
    }
}
