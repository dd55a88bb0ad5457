package io.hushgate.source.git.store;

import io.hushgate.core.Skip;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Which entry of a pack is built on which: trees whose roots are whole objects and whose other
 * nodes are deltas. Nodes are numbered by their place in the pack, so that a walk over the roots
 * reads the file from front to end.
 *
 * <p>Takes 29 bytes of memory an object. The child with the most descendants comes last, and
 * whoever walks drops a base before its last child's subtree: then at most log2(n) bases are in
 * memory at the same time, however a pack is made.
 */
final class DeltaForest {
    static final int NONE = -1;

    /** An entry whose header is damaged, or whose base is no entry. */
    private static final int BROKEN = -2;

    private static final int NUMBER_BITS = 27;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
    private static final int OFFSET_BITS = 63 - NUMBER_BITS;

    private final PackFile pack;
    private final long[] places;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] roots;
    private final BitSet repeats;
    private boolean mayHaveUnreached;

    private DeltaForest(PackFile pack, Consumer<Skip> problems) throws ObjectProblem {
        this.pack = pack;
        int count = pack.index().count();
        if (count > NUMBER_MASK || pack.end() >>> OFFSET_BITS != 0) {
            throw ObjectProblem.tooLarge(pack.name(), pack.end(), 1L << OFFSET_BITS);
        }
        places = new long[count];
        repeats = new BitSet();
        for (int number = 0; number < count; number++) {
            if (pack.index().repeatsTheOneBefore(number)) {
                repeats.set(number);
            }
            long offset = pack.index().offset(number);
            // An offset outside of the pack sorts last and breaks at its header.
            long inside = offset < 0 || offset > pack.end() ? pack.end() : offset;
            places[number] = inside << NUMBER_BITS | number;
        }
        Arrays.sort(places);
        parent = new int[count];
        firstChild = new int[count];
        nextSibling = new int[count];
        readParents(problems);
        linkChildren();
        roots = findRoots();
        if (mayHaveUnreached) {
            reportUnreached(problems);
        }
    }

    /** Reads the headers of a whole pack. */
    static DeltaForest of(PackFile pack, Consumer<Skip> problems) throws ObjectProblem {
        return new DeltaForest(pack, problems);
    }

    private void readParents(Consumer<Skip> problems) {
        EntryHeader header = new EntryHeader();
        for (int node = 0; node < places.length; node++) {
            try {
                header.read(pack, offset(node));
                parent[node] = parentOf(node, header);
            } catch (ObjectProblem e) {
                parent[node] = BROKEN;
                mayHaveUnreached = true;
                problems.accept(of(node, e));
            }
        }
    }

    private int parentOf(int node, EntryHeader header) throws ObjectProblem {
        if (header.baseId != null) {
            int number = pack.index().find(header.baseId);
            if (number == NONE) {
                return NONE; // a thin pack: the base is elsewhere, so this is a root of its own
            }
            mayHaveUnreached = true; // only bases by id can form a circle
            return nodeAt(pack.index().offset(number), node);
        }
        return header.isDelta() ? nodeAt(header.baseOffset, node) : NONE;
    }

    /** Finds the entry at an offset; bases by offset lie a little before what is built on them. */
    private int nodeAt(long offset, int child) throws ObjectProblem {
        int high = child;
        int low = child;
        for (int step = 1; low > 0 && offset(low) > offset; step *= 2) {
            high = low;
            low = Math.max(0, low - step);
        }
        if (offset(low) > offset || offset(child) < offset) {
            low = 0;
            high = places.length;
        }
        int found = Arrays.binarySearch(places, low, high, offset << NUMBER_BITS);
        int node = found >= 0 ? found : -found - 1;
        if (node >= places.length || offset(node) != offset) {
            throw pack.damaged(offset(child), "its base is not in the pack");
        }
        return node;
    }

    private void linkChildren() {
        int count = places.length;
        int[] weight = new int[count];
        int[] heaviest = new int[count];
        Arrays.fill(heaviest, NONE);
        for (int node = count - 1; node >= 0; node--) {
            int base = parent[node];
            if (base >= 0) {
                weight[base] += weight[node] + 1;
                if (heaviest[base] == NONE || weight[heaviest[base]] < weight[node]) {
                    heaviest[base] = node;
                }
            }
        }
        Arrays.fill(firstChild, NONE);
        Arrays.fill(nextSibling, NONE);
        for (int node = 0; node < count; node++) {
            firstChild[node] = heaviest[node];
        }
        for (int node = count - 1; node >= 0; node--) {
            int base = parent[node];
            if (base >= 0 && heaviest[base] != node) {
                nextSibling[node] = firstChild[base];
                firstChild[base] = node;
            }
        }
    }

    private int[] findRoots() {
        int[] found = new int[places.length];
        int count = 0;
        for (int node = 0; node < places.length; node++) {
            if (parent[node] == NONE) {
                found[count++] = node;
            }
        }
        return Arrays.copyOf(found, count);
    }

    PackFile pack() {
        return pack;
    }

    /** Entries that are no delta, or whose base is in another pack, in order of the pack. */
    int[] roots() {
        return roots;
    }

    long offset(int node) {
        return places[node] >>> NUMBER_BITS;
    }

    /** The number of the entry in the index. */
    int number(int node) {
        return (int) (places[node] & NUMBER_MASK);
    }

    /** Tells whether the entry before in the index has the same id: one of the two is enough. */
    boolean isRepeat(int node) {
        return repeats.get(number(node));
    }

    int firstChild(int node) {
        return firstChild[node];
    }

    int nextSibling(int node) {
        return nextSibling[node];
    }

    /** The problem of a node, by the id of its object too. */
    Skip of(int node, ObjectProblem problem) {
        Skip skip = problem.skip();
        return new Skip(
                "object " + pack.index().id(number(node)),
                skip.reason(),
                skip.address() + ": " + skip.detail());
    }

    /** Names every entry that can never be built: built on itself, or on what is broken. */
    private void reportUnreached(Consumer<Skip> problems) {
        boolean[] reached = new boolean[places.length];
        int[] queue = Arrays.copyOf(roots, places.length);
        int end = roots.length;
        for (int at = 0; at < end; at++) {
            reached[queue[at]] = true;
            for (int child = firstChild[queue[at]]; child != NONE; child = nextSibling[child]) {
                queue[end++] = child;
            }
        }
        for (int node = 0; node < places.length; node++) {
            if (!reached[node] && parent[node] != BROKEN) {
                problems.accept(
                        of(node, pack.damaged(offset(node), "what it is built on is damaged")));
            }
        }
    }
}
