package io.hushgate.rego.eval.body;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.term.Thunks;
import io.hushgate.rego.value.Value;

/** Ends the body of a rule such as {@code p[x].q := v} or {@code p[x] contains y}. */
public final class AddAtPath extends Step {
    private final Thunks path;
    private final Thunk leaf;
    private final boolean isMember;
    private final Location location;

    /**
     * @param isMember whether the leaf is a member of the set at the path, and not the value there
     */
    public AddAtPath(Thunks path, Thunk leaf, boolean isMember, Location location) {
        this.path = path;
        this.leaf = leaf;
        this.isMember = isMember;
        this.location = location;
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        Value[] keys = path.of(scope, frame);
        Value value = keys == null ? null : leaf.of(scope, frame);
        if (keys != null && value != null) {
            scope.budget().grow();
            Tree tree = (Tree) frame.out();
            if (!(isMember ? tree.add(keys, value) : tree.put(keys, value))) {
                throw Conflict.OBJECT_KEYS.at(location);
            }
        }
        return false;
    }
}
