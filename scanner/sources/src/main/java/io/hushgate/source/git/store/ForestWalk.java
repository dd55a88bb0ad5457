package io.hushgate.source.git.store;

import io.hushgate.core.Copies;
import io.hushgate.core.Lineage;
import io.hushgate.core.Memo;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds the objects of whole delta trees, depth first, so that every base is inflated once. For
 * one thread; closed after use.
 *
 * <p>Performance island. Allocates an id per object and nothing else while buffers suffice.
 */
final class ForestWalk implements AutoCloseable {
    /** Trees with objects above this many bytes are walked by one worker at a time. */
    private static final int LARGE_BYTES = 4 << 20;

    private final ObjectReader reader;
    private final ObjectVisitor visitor;
    private final Set<ObjectKind> kinds;
    private final Consumer<Skip> problems;
    private final ReentrantLock largeObjects;
    private final int maxBytes;
    private final ZlibReader zlib = new ZlibReader();
    private final Buffers buffers = new Buffers();
    private final EntryHeader header = new EntryHeader();
    private final List<Base> path = new ArrayList<>();
    private final Copies copies = new Copies();
    private byte[] delta = new byte[8 << 10];

    ForestWalk(
            ObjectReader reader,
            int maxBytes,
            ObjectVisitor visitor,
            Set<ObjectKind> kinds,
            Consumer<Skip> problems,
            ReentrantLock largeObjects) {
        this.reader = reader;
        this.maxBytes = maxBytes;
        this.visitor = visitor;
        this.kinds = kinds;
        this.problems = problems;
        this.largeObjects = largeObjects;
    }

    /** An object that others are built on, and the next of those. */
    private static final class Base {
        private final byte[] bytes;
        private final int length;
        private final Memo memo;
        private int nextChild;

        Base(byte[] bytes, int length, Memo memo, int firstChild) {
            this.bytes = bytes;
            this.length = length;
            this.memo = memo;
            this.nextChild = firstChild;
        }
    }

    /** Tells which entries are handed over: those that no earlier pack has. */
    interface Wanted {
        boolean test(DeltaForest forest, int node);
    }

    /** Rebuilds one tree. */
    void walk(DeltaForest forest, int root, Wanted wanted) throws IOException {
        try {
            walkTree(forest, root, wanted);
        } finally {
            path.clear();
            if (largeObjects.isHeldByCurrentThread()) {
                largeObjects.unlock();
            }
        }
    }

    private void walkTree(DeltaForest forest, int root, Wanted wanted) throws IOException {
        ObjectKind kind;
        byte[] bytes;
        int length;
        try {
            header.read(forest.pack(), forest.offset(root));
            if (header.isDelta()) {
                StoredObject object = reader.read(forest.pack(), forest.offset(root));
                kind = object.kind();
                bytes = object.bytes().clone(); // the reader keeps its own
                length = bytes.length;
            } else {
                kind = kind(header);
                if (!kinds.contains(kind)) {
                    return;
                }
                if (header.size > maxBytes) {
                    visitLarge(forest, root, kind, wanted);
                    return;
                }
                length = (int) header.size;
                bytes = inflated(forest, root, length);
            }
        } catch (ObjectProblem e) {
            problems.accept(forest.of(root, e));
            reportDescendants(forest, root, "what it is built on cannot be read", null);
            return;
        }
        if (!kinds.contains(kind)) {
            return;
        }
        visitNode(forest, root, kind, bytes, length, null, wanted);
        while (!path.isEmpty()) {
            Base base = path.getLast();
            int child = base.nextChild;
            base.nextChild = forest.nextSibling(child);
            if (base.nextChild == DeltaForest.NONE) {
                path.removeLast();
            }
            visitChild(forest, child, kind, base, wanted);
            if (base.nextChild == DeltaForest.NONE) {
                buffers.giveBack(base.bytes);
            }
        }
    }

    private void visitChild(DeltaForest forest, int node, ObjectKind kind, Base base, Wanted wanted)
            throws IOException {
        byte[] bytes;
        int length;
        try {
            header.read(forest.pack(), forest.offset(node));
            int instructions = inflateDelta(forest, node);
            length = lengthWithin(forest, node, Delta.resultSize(delta, instructions));
            bytes = buffers.take(length);
            Delta.apply(base.bytes, base.length, delta, instructions, bytes, length, copies);
        } catch (Delta.Malformed e) {
            ObjectProblem problem = forest.pack().damaged(forest.offset(node), e.what());
            problems.accept(forest.of(node, problem));
            reportDescendants(forest, node, "what it is built on is damaged", null);
            return;
        } catch (ObjectProblem e) {
            problems.accept(forest.of(node, e));
            boolean size = e.skip().reason() == Reason.LIMIT_SIZE;
            reportDescendants(forest, node, "what it is built on cannot be read", size ? e : null);
            return;
        }
        visitNode(forest, node, kind, bytes, length, base.memo, wanted);
    }

    private void visitNode(
            DeltaForest forest,
            int node,
            ObjectKind kind,
            byte[] bytes,
            int length,
            @Nullable Memo base,
            Wanted wanted)
            throws IOException {
        int child = forest.firstChild(node);
        Memo own = child == DeltaForest.NONE ? null : new Memo();
        if (wanted.test(forest, node)) {
            ObjectId id = forest.pack().index().id(forest.number(node));
            visitor.visit(kind, id, bytes, length, new Lineage(base, copies, own));
        }
        if (own == null) {
            buffers.giveBack(bytes);
        } else {
            path.addLast(new Base(bytes, length, own, child));
        }
    }

    private void visitLarge(DeltaForest forest, int root, ObjectKind kind, Wanted wanted)
            throws IOException {
        ObjectProblem tooLarge =
                ObjectProblem.tooLarge(
                        "%s at offset %d".formatted(forest.pack().name(), forest.offset(root)),
                        header.size,
                        maxBytes);
        if (kind == ObjectKind.BLOB) {
            if (wanted.test(forest, root)) {
                ObjectId id = forest.pack().index().id(forest.number(root));
                visitor.visitLarge(
                        id, new EntryStream(forest.pack(), forest.offset(root), header.data));
            }
        } else {
            problems.accept(forest.of(root, tooLarge));
        }
        reportDescendants(forest, root, "what it is built on is too large", tooLarge);
    }

    private byte[] inflated(DeltaForest forest, int node, int length) throws ObjectProblem {
        lockIfLarge(length);
        byte[] bytes = buffers.take(length);
        try {
            zlib.inflate(forest.pack().from(header.data), bytes, length);
            return bytes;
        } catch (DataFormatException e) {
            throw forest.pack().damaged(forest.offset(node), "the entry does not inflate");
        }
    }

    private int inflateDelta(DeltaForest forest, int node) throws ObjectProblem {
        int length = lengthWithin(forest, node, header.size);
        if (delta.length < length) {
            delta = new byte[Math.max(length, 2 * delta.length)];
        }
        try {
            zlib.inflate(forest.pack().from(header.data), delta, length);
            return length;
        } catch (DataFormatException e) {
            throw forest.pack().damaged(forest.offset(node), "the entry does not inflate");
        }
    }

    private int lengthWithin(DeltaForest forest, int node, long length) throws ObjectProblem {
        if (length > maxBytes) {
            throw ObjectProblem.tooLarge(
                    "%s at offset %d".formatted(forest.pack().name(), forest.offset(node)),
                    length,
                    maxBytes);
        }
        lockIfLarge(length);
        return (int) length;
    }

    private void lockIfLarge(long length) {
        if (length > LARGE_BYTES && !largeObjects.isHeldByCurrentThread()) {
            largeObjects.lock();
        }
    }

    private static ObjectKind kind(EntryHeader header) throws ObjectProblem {
        if (header.kind == null) {
            throw new IllegalStateException("a delta has no kind of its own");
        }
        return header.kind;
    }

    /** Names everything that is built on a node which cannot be had. */
    private void reportDescendants(
            DeltaForest forest, int node, String why, @Nullable ObjectProblem tooLarge) {
        List<Integer> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            int next = open.removeLast();
            for (int c = forest.firstChild(next);
                    c != DeltaForest.NONE;
                    c = forest.nextSibling(c)) {
                open.addLast(c);
                ObjectProblem problem =
                        tooLarge == null ? forest.pack().damaged(forest.offset(c), why) : tooLarge;
                problems.accept(forest.of(c, problem));
            }
        }
    }

    @Override
    public void close() {
        zlib.close();
    }
}
