package io.hushgate.source.git;

import io.hushgate.core.Lineage;
import io.hushgate.source.PathText;
import io.hushgate.source.Workers;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectNumbers;
import io.hushgate.source.git.store.ObjectStore;
import io.hushgate.source.git.store.ObjectVisitor;
import io.hushgate.source.git.store.PackScan;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tree names which subtree, and which tree names one of some wanted objects; by object
 * number. Takes eight bytes of memory an edge, and names once each. Immutable after {@link #read}.
 */
final class TreeEdges {
    private static final int NONE = -1;
    private static final int INTS_PER_EDGE = 2;

    /** Names that are remembered by the object that had them; a power of two. */
    private static final int RECENT_NAMES = 1 << 12;

    private final ObjectNumbers numbers;
    private final Map<ObjectId, Integer> wanted;
    private final BitSet wantedNumbers = new BitSet();
    private final int[] start;
    private final IntList edges = new IntList();
    private final Map<String, Integer> nameNumbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private TreeEdges(ObjectNumbers numbers, Set<ObjectId> wanted) {
        this.numbers = numbers;
        this.wanted = new HashMap<>();
        int next = numbers.count();
        for (ObjectId id : wanted) {
            int number = numbers.of(id);
            this.wanted.put(id, number < 0 ? next++ : number);
            if (number >= 0) {
                wantedNumbers.set(number);
            }
        }
        this.start = new int[next];
        Arrays.fill(start, NONE);
    }

    /**
     * Reads all trees.
     *
     * @param wanted blobs, or objects that are not there
     */
    static TreeEdges read(
            ObjectStore store, ObjectNumbers numbers, Set<ObjectId> wanted, Workers workers) {
        TreeEdges graph = new TreeEdges(numbers, wanted);
        List<Reader> readers = new ArrayList<>();
        PackScan.run(
                store,
                Set.of(ObjectKind.TREE),
                workers,
                () -> {
                    Reader reader = graph.new Reader(store);
                    synchronized (readers) {
                        readers.add(reader);
                    }
                    return reader;
                },
                _ -> {}); // the scan before has named what is damaged
        readers.forEach(graph::addAll);
        return graph;
    }

    /** What one worker reads: tree, number of edges, then child and name of each. */
    private final class Reader implements ObjectVisitor {
        private final NumberCache cache;
        private final TreeCursor cursor;
        private final IntList read = new IntList();
        private final Map<String, Integer> ownNumbers = new HashMap<>();
        private final List<String> ownNames = new ArrayList<>();
        private final List<byte[]> rawNames = new ArrayList<>();
        private final int[] lastNameOf = new int[RECENT_NAMES];

        Reader(ObjectStore store) {
            this.cache = new NumberCache(numbers, store.format());
            this.cursor = new TreeCursor(new byte[0], store.format());
        }

        @Override
        public void visit(ObjectKind kind, ObjectId id, byte[] bytes, int length, Lineage lineage) {
            int head = read.size();
            read.add(numbers.of(id));
            read.add(0);
            cursor.reset(bytes, length);
            while (cursor.advance()) {
                if (cursor.isSubmodule()) {
                    continue;
                }
                int child = cache.of(bytes, cursor.idStart());
                if (child < 0 || !cursor.isDirectory()) {
                    child = isWanted(child) ? wanted.getOrDefault(cursor.id(), NONE) : NONE;
                }
                if (child >= 0) {
                    read.add(child);
                    read.add(nameNumber(bytes, child));
                }
            }
            int count = (read.size() - head) / INTS_PER_EDGE - 1;
            read.set(head + 1, count);
            if (count == 0) {
                read.removeLast();
                read.removeLast();
            }
        }

        /**
         * The number of the name at hand; mostly the one that the object had in the tree before.
         */
        private int nameNumber(byte[] bytes, int child) {
            int slot = child & (RECENT_NAMES - 1);
            int last = lastNameOf[slot];
            boolean same =
                    last < rawNames.size()
                            && Arrays.equals(
                                    rawNames.get(last),
                                    0,
                                    rawNames.get(last).length,
                                    bytes,
                                    cursor.nameStart(),
                                    cursor.nameEnd());
            if (!same) {
                last = nameNumber(bytes);
                lastNameOf[slot] = last;
            }
            return last;
        }

        private int nameNumber(byte[] bytes) {
            String raw =
                    new String(
                            bytes,
                            cursor.nameStart(),
                            cursor.nameEnd() - cursor.nameStart(),
                            StandardCharsets.ISO_8859_1);
            Integer known = ownNumbers.get(raw);
            if (known == null) {
                known = ownNames.size();
                ownNumbers.put(raw, known);
                ownNames.add(PathText.of(bytes, cursor.nameStart(), cursor.nameEnd()));
                rawNames.add(cursor.name());
            }
            return known;
        }

        @Override
        public void visitLarge(ObjectId id, InputStream content) {
            throw new IllegalStateException("only blobs are handed over piece by piece");
        }
    }

    /** A quick no for most entries, before their ids are copied. */
    private boolean isWanted(int number) {
        return number < 0 || wantedNumbers.get(number);
    }

    private void addAll(Reader reader) {
        int[] nameOf = new int[reader.ownNames.size()];
        for (int i = 0; i < nameOf.length; i++) {
            String name = reader.ownNames.get(i);
            nameOf[i] = nameNumbers.computeIfAbsent(name, _ -> names.size());
            if (nameOf[i] == names.size()) {
                names.add(name);
            }
        }
        int at = 0;
        while (at < reader.read.size()) {
            int tree = reader.read.get(at);
            int count = reader.read.get(at + 1);
            at += INTS_PER_EDGE;
            if (tree >= 0) {
                start[tree] = edges.size();
                edges.add(count);
            }
            for (int i = 0; i < count; i++, at += INTS_PER_EDGE) {
                if (tree >= 0) {
                    edges.add(reader.read.get(at));
                    edges.add(nameOf[reader.read.get(at + 1)]);
                }
            }
        }
    }

    /** One more than the largest number; wanted objects that are not there have the last ones. */
    int count() {
        return start.length;
    }

    /** The numbers of the wanted objects. */
    Map<ObjectId, Integer> wanted() {
        return wanted;
    }

    /** How many edges a tree has; 0 for what is no tree. */
    int edgeCount(int tree) {
        return start[tree] == NONE ? 0 : edges.get(start[tree]);
    }

    /** What an edge leads to. */
    int child(int tree, int edge) {
        return edges.get(start[tree] + 1 + INTS_PER_EDGE * edge);
    }

    /** What the tree calls it. */
    String name(int tree, int edge) {
        return names.get(edges.get(start[tree] + 2 + INTS_PER_EDGE * edge));
    }
}
