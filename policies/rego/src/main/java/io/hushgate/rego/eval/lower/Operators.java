package io.hushgate.rego.eval.lower;

import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.term.Comparison;
import io.hushgate.rego.eval.term.Thunks;
import org.jspecify.annotations.Nullable;

/** Builtins that have closures of their own because every policy is full of them. */
final class Operators {
    private Operators() {}

    /** The closure, or null when the builtin is called like any other. */
    static @Nullable Thunk thunk(String name, Thunks arguments) {
        if (arguments.size() != 2) {
            return null;
        }
        Thunk left = arguments.at(0);
        Thunk right = arguments.at(1);
        return switch (name) {
            case "equal" -> new Comparison(Comparison.Relation.EQUAL, left, right);
            case "neq" -> new Comparison(Comparison.Relation.DIFFERENT, left, right);
            case "lt" -> new Comparison(Comparison.Relation.LESS, left, right);
            case "lte" -> new Comparison(Comparison.Relation.LESS_OR_EQUAL, left, right);
            case "gt" -> new Comparison(Comparison.Relation.GREATER, left, right);
            case "gte" -> new Comparison(Comparison.Relation.GREATER_OR_EQUAL, left, right);
            default -> null;
        };
    }
}
