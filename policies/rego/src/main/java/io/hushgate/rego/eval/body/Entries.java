package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;

/** Collects the entries of an object whose keys have one value each. */
public final class Entries extends Collector {
    private final RegoObject.Builder entries = RegoObject.builder();

    /** Adds an entry, or returns false when its key has another value already. */
    boolean add(Value key, Value value) {
        Value known = entries.putIfAbsent(key, value);
        return known == null || known.equals(value);
    }

    public RegoObject build() {
        return entries.build();
    }
}
