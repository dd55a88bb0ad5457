package io.hushgate.rego.eval.term;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** A reference to a rule in whose place some {@code with} of the program puts other data. */
public final class Hideable extends Thunk {
    private final int place;
    private final Thunk rules;
    private final Thunk data;

    /**
     * @param place number of the rule's place
     * @param data what the same reference means in base data
     */
    public Hideable(int place, Thunk rules, Thunk data) {
        this.place = place;
        this.rules = rules;
        this.data = data;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        return scope.overrides().hides(place) ? data.of(scope, frame) : rules.of(scope, frame);
    }
}
