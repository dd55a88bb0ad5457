package io.hushgate.rego.eval;

import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one activation of a rule. A slot is written before it is read on every path, so
 * frames are never cleared; the bodies of comprehensions share their rule's frame.
 */
public final class Frame {
    private final @Nullable Value[] slots;

    private Collector out;

    /**
     * @param out where the rule's body delivers
     */
    public Frame(int size, Collector out) {
        this.slots = new @Nullable Value[size];
        this.out = out;
    }

    public @Nullable Value get(int slot) {
        return slots[slot];
    }

    public void set(int slot, Value value) {
        slots[slot] = value;
    }

    /** Where the innermost running body delivers. */
    public Collector out() {
        return out;
    }

    /** Directs what bodies deliver from now on; the caller puts the former collector back. */
    public void deliverTo(Collector collector) {
        out = collector;
    }
}
