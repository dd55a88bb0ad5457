package io.hushgate.core.match;

import io.hushgate.core.rule.Rule;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a compiled form, each read when it is first asked for: a cold start meets a few of
 * hundreds. Two threads may read the same rule, and get equal ones.
 */
final class PackedRules extends AbstractList<Rule> implements RandomAccess {
    private final ByteBuffer packed;
    private final int[] offsets;
    private final @Nullable Rule[] read;

    /**
     * Reads from a compiled form.
     *
     * @param packed has an array; its position is not used
     * @param offsets where each rule starts
     */
    PackedRules(ByteBuffer packed, int[] offsets) {
        this.packed = packed;
        this.offsets = offsets;
        this.read = new Rule[offsets.length];
    }

    @Override
    public Rule get(int index) {
        Rule rule = read[index];
        if (rule == null) {
            rule = RuleSetCodec.readRule(packed.duplicate().position(offsets[index]));
            read[index] = rule;
        }
        return rule;
    }

    @Override
    public int size() {
        return offsets.length;
    }
}
