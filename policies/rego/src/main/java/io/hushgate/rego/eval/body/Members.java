package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;

/** Collects the members of a set. */
public final class Members extends Collector {
    private final RegoSet.Builder members = RegoSet.builder();

    void add(Value member) {
        members.add(member);
    }

    public RegoSet build() {
        return members.build();
    }
}
