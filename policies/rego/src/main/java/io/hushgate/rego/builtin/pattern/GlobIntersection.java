package io.hushgate.rego.builtin.pattern;

import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * {@code regex.globs_match}: whether some text, not empty, matches both of two simple expressions.
 * Walks the product of the two automata, so it takes time in the product of the lengths.
 */
final class GlobIntersection {
    /** States of the product that are tried at most. */
    private static final long MAX_STATES = 1L << 24;

    private final List<SimpleToken> left;
    private final List<SimpleToken> right;
    private final BitSet seen = new BitSet();
    private final Deque<int[]> open = new ArrayDeque<>();

    private GlobIntersection(List<SimpleToken> left, List<SimpleToken> right) {
        this.left = left;
        this.right = right;
    }

    static boolean isNonEmpty(BuiltinContext context, String left, String right) {
        List<SimpleToken> x = SimpleToken.parse(left);
        List<SimpleToken> y = SimpleToken.parse(right);
        long states = 2L * (x.size() + 1) * (y.size() + 1);
        if (states > MAX_STATES) {
            throw BuiltinError.of("the expressions are too long to be compared");
        }
        context.step(states);
        return new GlobIntersection(x, y).search();
    }

    private boolean search() {
        visit(0, 0, 0);
        while (!open.isEmpty()) {
            int[] state = open.remove();
            int i = state[0];
            int j = state[1];
            if (i == left.size() && j == right.size() && state[2] == 1) {
                return true;
            }
            if (i < left.size() && left.get(i).repeats()) {
                visit(i + 1, j, state[2]);
            }
            if (j < right.size() && right.get(j).repeats()) {
                visit(i, j + 1, state[2]);
            }
            if (i < left.size() && j < right.size() && left.get(i).overlaps(right.get(j))) {
                visit(left.get(i).repeats() ? i : i + 1, right.get(j).repeats() ? j : j + 1, 1);
            }
        }
        return false;
    }

    /** {@code consumed} is 1 once a character was read. */
    private void visit(int i, int j, int consumed) {
        int number = (i * (right.size() + 1) + j) * 2 + consumed;
        if (!seen.get(number)) {
            seen.set(number);
            open.add(new int[] {i, j, consumed});
        }
    }
}
