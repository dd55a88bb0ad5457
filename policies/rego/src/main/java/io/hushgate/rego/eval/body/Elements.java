package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.Value;

/** Collects the elements of an array in the order in which they are found. */
public final class Elements extends Collector {
    private final RegoArray.Builder elements = RegoArray.builder();

    void add(Value element) {
        elements.add(element);
    }

    public RegoArray build() {
        return elements.build();
    }
}
