package io.hushgate.rego.eval;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code with} has put in place of rules and functions. Lowering numbers the targets: only
 * functions that some {@code with} of the program names have a number, and only calls of those look
 * here.
 */
public final class Overrides {
    public static final Overrides NONE = new Overrides(new BitSet(), new @Nullable Replacement[0]);

    /** Numbers of the places whose rules are hidden by replaced data. */
    private final BitSet hidden;

    private final @Nullable Replacement[] functions;

    private Overrides(BitSet hidden, @Nullable Replacement[] functions) {
        this.hidden = hidden;
        this.functions = functions;
    }

    /** True when base data stands in for the rules of a place. */
    public boolean hides(int place) {
        return hidden.get(place);
    }

    /** What to call in place of a function, or null. */
    public @Nullable Replacement of(int function) {
        return function < functions.length ? functions[function] : null;
    }

    public Overrides hiding(BitSet places) {
        BitSet all = (BitSet) hidden.clone();
        all.or(places);
        return new Overrides(all, functions);
    }

    public Overrides replacing(int function, Replacement replacement) {
        @Nullable Replacement[] all =
                new @Nullable Replacement[Math.max(function + 1, functions.length)];
        System.arraycopy(functions, 0, all, 0, functions.length);
        all[function] = replacement;
        return new Overrides(hidden, all);
    }

    /** The same world for the body of a replacement, which calls the originals. */
    public Overrides withoutFunctions() {
        return functions.length == 0 ? this : new Overrides(hidden, NONE.functions);
    }
}
