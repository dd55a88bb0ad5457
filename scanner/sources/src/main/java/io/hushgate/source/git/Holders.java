package io.hushgate.source.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which commits hold which wanted objects, worked out over trees and not over paths: each tree
 * knows the first and the last commit that has it anywhere, and hands that down. Linear in the
 * edges between trees that hold something wanted, however often a tree is repeated.
 */
final class Holders {
    /** Instead of a commit, for a tag that names a tree or a blob. */
    static final int NO_COMMIT = Integer.MAX_VALUE;

    /** Paths of one object; a tree can repeat a subtree so often that nobody can list them. */
    private static final int MOST_PATHS = 64;

    private static final int LONGEST_PATH = 4096;

    /** Names of one object; a repository with thousands of branches has most things in all. */
    private static final int MOST_REFS = 100;

    private final TreeEdges edges;
    private final BitSet visited;
    private final BitSet holding;
    private final IntList finished = new IntList();
    private final int[] first;
    private final int[] last;
    private final @Nullable TreeSet<String>[] paths;
    private final @Nullable List<String>[] refs;
    private final BitSet reached;
    private final BitSet inHead;

    /** A ref and the tree of its tip; no name for HEAD. */
    record Root(String name, int tree) {}

    /**
     * Where an object is.
     *
     * @param first place of the oldest commit, or {@link #NO_COMMIT}
     * @param last place of the youngest commit
     */
    record Where(int first, int last, List<String> paths, boolean inHead, List<String> refs) {}

    Holders(TreeEdges edges) {
        this.edges = edges;
        int count = edges.count();
        this.visited = new BitSet(count);
        this.holding = new BitSet(count);
        this.reached = new BitSet(count);
        this.inHead = new BitSet(count);
        this.first = new int[count];
        this.last = new int[count];
        this.paths = sets(count);
        this.refs = lists(count);
        Arrays.fill(first, NO_COMMIT);
        Arrays.fill(last, -1);
        for (int number : edges.wanted().values()) {
            visited.set(number);
            holding.set(number);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of one generic type cannot be made
    private static @Nullable TreeSet<String>[] sets(int count) {
        return new TreeSet[count];
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // likewise
    private static @Nullable List<String>[] lists(int count) {
        return new List[count];
    }

    /**
     * Adds the tree of a commit.
     *
     * @param tree its number, or -1 when it is not there
     */
    void addRoot(int tree, int place) {
        if (tree < 0) {
            return;
        }
        visit(tree);
        if (holding.get(tree)) {
            first[tree] = Math.min(first[tree], place);
            last[tree] = place == NO_COMMIT ? last[tree] : Math.max(last[tree], place);
            reached.set(tree);
            addPath(tree, "");
        }
    }

    /** Finds out which trees below hold something wanted; children are finished before parents. */
    private void visit(int root) {
        if (visited.get(root)) {
            return;
        }
        IntList trees = new IntList();
        IntList next = new IntList();
        visited.set(root);
        trees.add(root);
        next.add(0);
        while (trees.size() > 0) {
            int tree = trees.last();
            int edge = next.last();
            if (edge < edges.edgeCount(tree)) {
                next.set(next.size() - 1, edge + 1);
                int child = edges.child(tree, edge);
                if (!visited.get(child)) {
                    visited.set(child);
                    trees.add(child);
                    next.add(0);
                } else if (holding.get(child)) {
                    holding.set(tree);
                }
                continue;
            }
            trees.removeLast();
            next.removeLast();
            if (holding.get(tree)) {
                finished.add(tree);
                if (trees.size() > 0) {
                    holding.set(trees.last());
                }
            }
        }
    }

    /** Hands down what the roots know; once, after all roots are added. */
    void spread() {
        for (int i = finished.size() - 1; i >= 0; i--) {
            int tree = finished.get(i);
            for (int edge = 0; edge < edges.edgeCount(tree); edge++) {
                int child = edges.child(tree, edge);
                if (holding.get(child)) {
                    first[child] = Math.min(first[child], first[tree]);
                    last[child] = Math.max(last[child], last[tree]);
                    reached.set(child);
                    handDownPaths(tree, child, edges.name(tree, edge));
                }
            }
        }
    }

    private void handDownPaths(int tree, int child, String name) {
        TreeSet<String> from = paths[tree];
        if (from != null) {
            for (String path : from) {
                addPath(child, path.isEmpty() ? name : path + "/" + name);
            }
        }
    }

    private void addPath(int number, String path) {
        if (path.length() > LONGEST_PATH) {
            return;
        }
        TreeSet<String> known = paths[number];
        if (known == null) {
            known = new TreeSet<>();
            paths[number] = known;
        }
        if (known.add(path) && known.size() > MOST_PATHS) {
            known.pollLast();
        }
    }

    /**
     * Notes which refs hold the wanted objects now.
     *
     * @param roots in order of their names
     */
    void nameRefs(List<Root> roots) {
        BitSet seen = new BitSet(edges.count());
        IntList open = new IntList();
        for (Root root : roots) {
            if (root.tree < 0 || !holding.get(root.tree)) {
                continue;
            }
            seen.clear();
            seen.set(root.tree);
            open.add(root.tree);
            while (open.size() > 0) {
                int tree = open.last();
                open.removeLast();
                note(tree, root.name);
                for (int edge = 0; edge < edges.edgeCount(tree); edge++) {
                    int child = edges.child(tree, edge);
                    if (holding.get(child) && !seen.get(child)) {
                        seen.set(child);
                        open.add(child);
                    }
                }
            }
        }
    }

    private void note(int number, String ref) {
        if (edges.edgeCount(number) > 0) {
            return; // a tree on the way
        }
        if (ref.isEmpty()) {
            inHead.set(number);
        } else {
            addRef(number, ref);
        }
    }

    private void addRef(int number, String ref) {
        List<String> known = refs[number];
        if (known == null) {
            known = new ArrayList<>(2);
            refs[number] = known;
        }
        if (known.size() < MOST_REFS) {
            known.add(ref);
        }
    }

    /** Where a wanted object is; empty when no ref leads to it. */
    Optional<Where> of(int number) {
        if (!reached.get(number)) {
            return Optional.empty();
        }
        return Optional.of(
                new Where(
                        first[number],
                        last[number],
                        list(paths[number]),
                        inHead.get(number),
                        list(refs[number])));
    }

    private static List<String> list(@Nullable Collection<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
