package io.hushgate.rego.eval.document;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.body.Only;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The body of one rule, lowered, and the {@code else} branch that is tried when it does not hold.
 */
public final class Clause {
    static final Value[] NOTHING_BOUND = {};

    private final int frameSize;
    private final Step body;
    private final @Nullable Clause otherwise;
    private final Location location;

    /**
     * @param frameSize slots that the body uses; arguments and known keys are the first ones
     * @param body ends by delivering to the collector of the rule's kind
     */
    public Clause(int frameSize, Step body, @Nullable Clause otherwise, Location location) {
        this.frameSize = frameSize;
        this.body = body;
        this.otherwise = otherwise;
        this.location = location;
    }

    Location location() {
        return location;
    }

    /** Delivers all that the body finds, and says whether the body ended the search early. */
    boolean deliver(Scope scope, Value[] bound, Collector out) {
        return body.run(scope, frame(bound, out));
    }

    /** The value of the first branch that holds, or null. */
    @Nullable Value value(Scope scope, Value[] arguments) {
        for (Clause clause = this; clause != null; clause = clause.otherwise) {
            Only only = new Only();
            clause.body.run(scope, clause.frame(arguments, only));
            Value value = only.value();
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private Frame frame(Value[] bound, Collector out) {
        Frame frame = new Frame(frameSize, out);
        for (int i = 0; i < bound.length; i++) {
            frame.set(i, bound[i]);
        }
        return frame;
    }
}
