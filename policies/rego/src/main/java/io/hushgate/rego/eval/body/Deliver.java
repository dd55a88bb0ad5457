package io.hushgate.rego.eval.body;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;

/** Ends the body of a complete rule or function. */
public final class Deliver extends Step {
    private final Thunk value;
    private final Conflict conflict;
    private final Location location;

    public Deliver(Thunk value, Conflict conflict, Location location) {
        this.value = value;
        this.conflict = conflict;
        this.location = location;
    }

    /** Stops the search when no other way to hold could deliver anything else. */
    @Override
    public boolean run(Scope scope, Frame frame) {
        Value found = value.of(scope, frame);
        if (found == null) {
            return false;
        }
        if (!((Only) frame.out()).offer(found)) {
            throw conflict.at(location);
        }
        return value.constant() != null;
    }
}
