package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code left < right} and its kin: values of different kinds compare by kind. */
public final class Comparison extends Thunk {
    /** How two values can stand to each other. */
    public enum Relation {
        EQUAL,
        DIFFERENT,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    private final Relation relation;
    private final Thunk left;
    private final Thunk right;

    public Comparison(Relation relation, Thunk left, Thunk right) {
        this.relation = relation;
        this.left = left;
        this.right = right;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Value a = left.of(scope, frame);
        Value b = a == null ? null : right.of(scope, frame);
        return a == null || b == null ? null : RegoBoolean.of(holds(a, b));
    }

    private boolean holds(Value a, Value b) {
        return switch (relation) {
            case EQUAL -> a.equals(b);
            case DIFFERENT -> !a.equals(b);
            case LESS -> a.compareTo(b) < 0;
            case LESS_OR_EQUAL -> a.compareTo(b) <= 0;
            case GREATER -> a.compareTo(b) > 0;
            case GREATER_OR_EQUAL -> a.compareTo(b) >= 0;
        };
    }
}
