package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;

/** Ends the body of a set comprehension or of a partial set rule. */
public final class AddMember extends Step {
    private final Thunk member;

    public AddMember(Thunk member) {
        this.member = member;
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        Value value = member.of(scope, frame);
        if (value != null) {
            scope.budget().grow();
            ((Members) frame.out()).add(value);
        }
        return false;
    }
}
