package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.Elements;
import io.hushgate.rego.value.Value;

/** {@code [item | body]}. */
public final class ArrayComprehension extends Thunk {
    private final Step body;

    /**
     * @param body ends by adding to {@link Elements}
     */
    public ArrayComprehension(Step body) {
        this.body = body;
    }

    @Override
    public Value of(Scope scope, Frame frame) {
        Collector outer = frame.out();
        Elements elements = new Elements();
        frame.deliverTo(elements);
        body.run(scope, frame);
        frame.deliverTo(outer);
        return elements.build();
    }
}
