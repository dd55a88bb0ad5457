package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Var;
import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Link;
import io.hushgate.rego.eval.body.Scan;
import io.hushgate.rego.eval.term.Slot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where lowering stands within a body: which variables are bound and in which slots, and the chain
 * so far.
 *
 * <p>A variable that equals another one's value shares its slot. That is sound because both are
 * bound and unbound together: whoever overwrites the slot runs everything after it anew.
 */
public final class Env {
    /** The slots of one frame: shared by all bodies of a rule. */
    private static final class Slots {
        private final Map<String, Integer> occurrences;
        private int count;

        Slots(Map<String, Integer> occurrences) {
            this.occurrences = occurrences;
        }
    }

    private final Slots slots;
    private final Map<String, Integer> bound;
    private final Chain chain;

    /** Whether comprehensions are lowered as they are written, and not grouped. */
    private final boolean plain;

    private Env(Slots slots, Map<String, Integer> bound, Chain chain, boolean plain) {
        this.slots = slots;
        this.bound = bound;
        this.chain = chain;
        this.plain = plain;
    }

    /**
     * The beginning of a rule.
     *
     * @param occurrences how often each variable stands in the rule
     */
    static Env of(Map<String, Integer> occurrences) {
        return new Env(new Slots(occurrences), new HashMap<>(), new Chain(), false);
    }

    /**
     * A body of its own within this one: sees what is bound here, and keeps what it binds itself.
     */
    Env closure() {
        return new Env(slots, new HashMap<>(bound), new Chain(), plain);
    }

    /**
     * A body of its own that runs for all values of some outer variables at once. What stands in it
     * is lowered for the second time, hence plainly: else nesting would double the work at every
     * level.
     */
    Env grouping(List<Var> variables) {
        Map<String, Integer> others = new HashMap<>(bound);
        variables.forEach(variable -> others.remove(variable.name()));
        return new Env(slots, others, new Chain(), true);
    }

    boolean isPlain() {
        return plain;
    }

    /** The names of all bound variables. */
    Set<String> boundNames() {
        return new HashSet<>(bound.keySet());
    }

    /** A part of this body with a chain of its own: what it binds is bound here as well. */
    Env part() {
        return new Env(slots, bound, new Chain(), plain);
    }

    Chain chain() {
        return chain;
    }

    public void add(Check check) {
        chain.add(check);
    }

    void add(Link link) {
        chain.add(link);
    }

    int frameSize() {
        return slots.count;
    }

    public boolean isBound(Var variable) {
        return bound.containsKey(variable.name());
    }

    /** The slot of a bound variable, or null. */
    public @Nullable Slot slot(Var variable) {
        Integer index = bound.get(variable.name());
        return index == null ? null : new Slot(index);
    }

    /** A slot for a value without a name. */
    int fresh() {
        return slots.count++;
    }

    /** Binds a variable to a new slot, or to none at all when nothing else mentions it. */
    int bind(Var variable) {
        if (slots.occurrences.getOrDefault(variable.name(), 0) == 1) {
            return Scan.UNUSED;
        }
        int slot = fresh();
        bound.put(variable.name(), slot);
        return slot;
    }

    /** Binds a variable to what is in a slot already. */
    void alias(Var variable, Slot slot) {
        bound.put(variable.name(), slot.index());
    }
}
