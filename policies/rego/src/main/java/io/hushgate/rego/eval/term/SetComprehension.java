package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.Members;
import io.hushgate.rego.value.Value;

/** <code>{item | body}</code>. */
public final class SetComprehension extends Thunk {
    private final Step body;

    /**
     * @param body ends by adding to {@link Members}
     */
    public SetComprehension(Step body) {
        this.body = body;
    }

    @Override
    public Value of(Scope scope, Frame frame) {
        Collector outer = frame.out();
        Members members = new Members();
        frame.deliverTo(members);
        body.run(scope, frame);
        frame.deliverTo(outer);
        return members.build();
    }
}
