package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;

/**
 * {@code every k, v in domain { body }}: a domain that is a collection, each element of which
 * passes.
 */
public final class Every extends Check {
    private final Thunk domain;
    private final Not someElementFails;

    /**
     * @param body ends with {@link Found}
     */
    public Every(Thunk domain, int keySlot, int valueSlot, Step body) {
        this.domain = domain;
        Scan scan = new Scan(domain, keySlot, valueSlot);
        scan.follow(new Fails(body));
        this.someElementFails = new Not(scan);
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        Value value = domain.of(scope, frame);
        boolean collection =
                value instanceof RegoArray
                        || value instanceof RegoObject
                        || value instanceof RegoSet;
        return collection && someElementFails.holds(scope, frame);
    }

    /** Ends the search at the first element for which the body does not hold. */
    private static final class Fails extends Step {
        private final Step body;

        Fails(Step body) {
            this.body = body;
        }

        @Override
        public boolean run(Scope scope, Frame frame) {
            return !body.run(scope, frame);
        }
    }
}
