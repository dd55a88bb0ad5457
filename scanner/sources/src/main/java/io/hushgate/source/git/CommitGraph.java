package io.hushgate.source.git;

import io.hushgate.core.Skip;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectNumbers;
import io.hushgate.source.git.store.ObjectProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The commits of a repository, oldest first: by time of the commit, then by id. Places in this
 * order are what the methods take and give. Immutable.
 */
final class CommitGraph {
    private final ObjectNumbers numbers;
    private final int[] number;
    private final int[] tree;
    private final int[][] parents;
    private final int[] placeOf;
    private final BitSet reachable;

    private CommitGraph(ObjectNumbers numbers, Log log, List<Tip> tips) {
        this.numbers = numbers;
        int count = log.number.size();
        Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparingLong((Integer i) -> log.time[i])
                        .thenComparing(i -> numbers.id(log.number.get(i))));
        number = new int[count];
        tree = new int[count];
        parents = new int[count][];
        placeOf = new int[numbers.count()];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < count; place++) {
            int logged = order[place];
            number[place] = log.number.get(logged);
            tree[place] = log.tree.get(logged);
            placeOf[number[place]] = place;
        }
        for (int place = 0; place < count; place++) {
            parents[place] = log.parents(order[place]);
        }
        reachable = new BitSet(count);
        IntList open = new IntList();
        for (Tip tip : tips) {
            visit(placeOf(numbers.of(tip.id())), open);
        }
        while (open.size() > 0) {
            int place = open.last();
            open.removeLast();
            for (int parent : parents[place]) {
                visit(placeOf(parent), open);
            }
        }
    }

    private void visit(int place, IntList open) {
        if (place >= 0 && !reachable.get(place)) {
            reachable.set(place);
            open.add(place);
        }
    }

    /** A ref and what it points to when tags are followed. */
    record Tip(String name, ObjectId id) {}

    /** What the workers read of commits, in no order. Filled under its own lock. */
    static final class Log {
        private final IntList number = new IntList();
        private final IntList tree = new IntList();
        private long[] time = new long[1 << 10];
        private final IntList parentEnd = new IntList();
        private final IntList parent = new IntList();
        private final List<Missing> missing = new ArrayList<>();

        /** A parent or tree that is not there. */
        private record Missing(int commit, ObjectId id, boolean parent) {}

        /** Adds a commit. */
        synchronized void add(int commit, CommitReader read, ObjectNumbers numbers) {
            ObjectId root = read.tree();
            int rootNumber = root == null ? -1 : numbers.of(root);
            if (root != null && rootNumber < 0) {
                missing.add(new Missing(commit, root, false));
            }
            if (number.size() == time.length) {
                time = Arrays.copyOf(time, 2 * time.length);
            }
            time[number.size()] = read.committedAt();
            number.add(commit);
            tree.add(rootNumber);
            for (ObjectId each : read.parents()) {
                int parentNumber = numbers.of(each);
                if (parentNumber < 0) {
                    missing.add(new Missing(commit, each, true));
                } else {
                    parent.add(parentNumber);
                }
            }
            parentEnd.add(parent.size());
        }

        private int[] parents(int i) {
            int from = i == 0 ? 0 : parentEnd.get(i - 1);
            int[] all = new int[parentEnd.get(i) - from];
            for (int p = 0; p < all.length; p++) {
                all[p] = parent.get(from + p);
            }
            return all;
        }
    }

    /**
     * Orders what was read and finds what is reachable.
     *
     * @param shallow commits at which the clone was cut off
     * @param problems takes what reachable commits lack
     */
    static CommitGraph of(
            ObjectNumbers numbers,
            Log log,
            List<Tip> tips,
            Set<ObjectId> shallow,
            Consumer<Skip> problems) {
        CommitGraph graph = new CommitGraph(numbers, log, tips);
        for (Log.Missing missing : log.missing) {
            ObjectId commit = numbers.id(missing.commit);
            boolean cutOff = missing.parent && shallow.contains(commit);
            if (graph.isReachable(graph.placeOf(missing.commit))
                    && !cutOff
                    && !missing.id.format().isEmptyTree(missing.id)) {
                problems.accept(ObjectProblem.missing(missing.id.toString(), "commit " + commit));
            }
        }
        return graph;
    }

    int count() {
        return number.length;
    }

    /** How many commits a ref leads to. */
    int reachableCount() {
        return reachable.cardinality();
    }

    /** Tells whether some ref leads to the commit; false for -1. */
    boolean isReachable(int place) {
        return place >= 0 && reachable.get(place);
    }

    /** The commit of an object's number; -1 when it is no commit. */
    int placeOf(int objectNumber) {
        return objectNumber < 0 ? -1 : placeOf[objectNumber];
    }

    ObjectId id(int place) {
        return numbers.id(number[place]);
    }

    /** The number of a commit's tree; -1 when it is not there. */
    int tree(int place) {
        return tree[place];
    }
}
