package io.hushgate.rego.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Hash and order of values that nest too deeply for the call stack.
 *
 * <p>Every collection knows its depth, so the ordinary recursive code runs up to {@value #LIMIT}
 * levels and this class takes over above.
 */
final class Deep {
    /** Levels that recursion may go: some 100 bytes of stack a frame, three frames a level. */
    static final int LIMIT = 256;

    private Deep() {}

    static boolean isDeep(Value value) {
        return value.depth() > LIMIT;
    }

    /** One more than the depth of the deepest member. */
    static int above(Value[] members) {
        int deepest = 0;
        for (Value member : members) {
            deepest = Math.max(deepest, member.depth());
        }
        return deepest + 1;
    }

    /**
     * Hashes and sorts from the bottom up, so that doing the same to {@code root} needs little
     * stack: on every path down from it, one collection each {@value #LIMIT} levels gets its hash
     * and its order and keeps them; between two of these recursion is short.
     */
    static void settleBelow(Value root) {
        List<Value> steps = new ArrayList<>();
        Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Value> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Value value = open.pop();
            for (int i = 0; i < value.memberCount(); i++) {
                Value member = value.member(i);
                if (isDeep(member) && !member.isSettled() && seen.add(member)) {
                    open.push(member);
                    if (member.depth() / LIMIT < value.depth() / LIMIT) {
                        steps.add(member);
                    }
                }
            }
        }
        steps.sort(Comparator.comparingInt(Value::depth));
        steps.forEach(Value::settle);
    }

    /** Compares two collections of one kind, member by member, with a stack of its own. */
    @SuppressWarnings("ReferenceEquality") // only saves the descent into what is shared
    static int compare(Value a, Value b) {
        Deque<Pair> open = new ArrayDeque<>();
        open.push(new Pair(a, b));
        while (!open.isEmpty()) {
            Pair pair = open.getFirst();
            if (pair.isDone()) {
                int sizes = pair.compareSizes();
                if (sizes != 0) {
                    return sizes;
                }
                open.pop();
                continue;
            }
            Value x = pair.left.get(pair.next);
            Value y = pair.right.get(pair.next);
            pair.next++;
            if (x != y && isDeep(x) && isDeep(y) && x.kind() == y.kind()) {
                open.push(new Pair(x, y));
            } else {
                int order = x.compareTo(y);
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }

    /** Two collections of one kind and how far they are compared. */
    private static final class Pair {
        private final List<Value> left;
        private final List<Value> right;
        private int next;

        Pair(Value left, Value right) {
            this.left = inOrder(left);
            this.right = inOrder(right);
        }

        boolean isDone() {
            return next >= Math.min(left.size(), right.size());
        }

        int compareSizes() {
            return Integer.compare(left.size(), right.size());
        }
    }

    /**
     * What decides the order of a collection: elements, sorted members, or sorted keys each with
     * its value.
     */
    private static List<Value> inOrder(Value value) {
        return switch (value) {
            case RegoNull _, RegoBoolean _, RegoNumber _, RegoString _ -> List.of();
            case RegoArray array -> List.of(array.toArray());
            case RegoSet set -> List.of(set.toSortedArray().toArray());
            case RegoObject object -> {
                List<Value> both = new ArrayList<>(object.size() * 2);
                object.forEach((k, v) -> {
                    both.add(k);
                    both.add(v);
                });
                yield both;
            }
        };
    }
}
