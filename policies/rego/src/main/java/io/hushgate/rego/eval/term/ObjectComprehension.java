package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.Entries;
import io.hushgate.rego.value.Value;

/** <code>{key: value | body}</code>. */
public final class ObjectComprehension extends Thunk {
    private final Step body;

    /**
     * @param body ends by adding to {@link Entries}
     */
    public ObjectComprehension(Step body) {
        this.body = body;
    }

    @Override
    public Value of(Scope scope, Frame frame) {
        Collector outer = frame.out();
        Entries entries = new Entries();
        frame.deliverTo(entries);
        body.run(scope, frame);
        frame.deliverTo(outer);
        return entries.build();
    }
}
