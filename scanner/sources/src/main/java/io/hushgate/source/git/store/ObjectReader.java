package io.hushgate.source.git.store;

import io.hushgate.core.Copies;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object after the other by its id. For one thread; closed after use.
 *
 * <p>Remembers what it rebuilt last: histories ask for a tree and then for its next version, which
 * is stored as a difference to it.
 */
public final class ObjectReader implements AutoCloseable {
    /** Git writes chains of 50 and reads 4,095; a longer one was made to be long. */
    private static final int MAX_CHAIN = 10_000;

    private static final int CACHE_SLOTS = 1 << 9;
    private static final int CACHE_ENTRY_BYTES = 32 << 10;

    private static final StoredObject EMPTY_TREE = new StoredObject(ObjectKind.TREE, new byte[0]);

    private final ObjectStore store;
    private final ZlibReader zlib = new ZlibReader();
    private final EntryHeader header = new EntryHeader();
    private final @Nullable Cached[] cache = new Cached[CACHE_SLOTS];
    private final Copies copies = new Copies();
    private byte[] delta = new byte[8 << 10];

    ObjectReader(ObjectStore store) {
        this.store = store;
    }

    /** An object and where it was. */
    private record Cached(PackFile pack, long offset, StoredObject object) {}

    /** A delta that waits for its base. */
    private record Waiting(
            PackFile pack, long offset, long data, int size, @Nullable Waiting next) {}

    /**
     * Reads an object.
     *
     * @return null when the repository does not have it
     * @throws ObjectProblem when it is damaged or too large
     */
    public @Nullable StoredObject read(ObjectId id) throws IOException {
        for (PackFile pack : store.packs()) {
            int number = pack.index().find(id);
            if (number >= 0) {
                return read(pack, pack.index().offset(number));
            }
        }
        LooseObjects loose = store.looseFor(id);
        if (loose != null) {
            return loose.read(id, zlib, store.maxObjectBytes());
        }
        return store.format().isEmptyTree(id) ? EMPTY_TREE : null;
    }

    /**
     * Reads an object of a certain kind.
     *
     * @param referredToBy who says that it is there and of that kind, for the problem's text
     */
    public byte[] read(ObjectId id, ObjectKind kind, String referredToBy) throws IOException {
        StoredObject object = read(id);
        if (object == null) {
            throw ObjectProblem.missing(id, referredToBy);
        }
        if (object.kind() != kind) {
            throw ObjectProblem.corrupt(
                    "object " + id,
                    "%s calls it a %s and it is a %s".formatted(referredToBy, kind, object.kind()));
        }
        return object.bytes();
    }

    /** Reads the object whose entry starts at an offset of a pack. */
    StoredObject read(PackFile pack, long offset) throws IOException {
        Waiting waiting = null;
        StoredObject base = null;
        PackFile inPack = pack;
        long at = offset;
        for (int chain = 0; base == null; chain++) {
            base = cached(inPack, at);
            if (base != null) {
                break;
            }
            header.read(inPack, at);
            checkSize(inPack, at, header.size);
            if (chain > MAX_CHAIN) {
                throw inPack.damaged(at, "its chain of deltas does not end");
            }
            if (header.kind != null) {
                base = new StoredObject(header.kind, inflated(inPack, at));
                remember(inPack, at, base);
            } else {
                waiting = new Waiting(inPack, at, header.data, (int) header.size, waiting);
                if (header.baseId == null) {
                    at = header.baseOffset;
                } else {
                    PackFile holder = holder(header.baseId, inPack);
                    if (holder == null) {
                        base = looseBase(header.baseId, inPack, at);
                    } else {
                        at = holder.index().offset(holder.index().find(header.baseId));
                        inPack = holder;
                    }
                }
            }
        }
        for (Waiting next = waiting; next != null; next = next.next()) {
            base = new StoredObject(base.kind(), applied(next, base.bytes()));
            remember(next.pack(), next.offset(), base);
        }
        return base;
    }

    private byte[] inflated(PackFile pack, long offset) throws ObjectProblem {
        byte[] bytes = new byte[(int) header.size];
        try {
            zlib.inflate(pack.from(header.data), bytes, bytes.length);
            return bytes;
        } catch (DataFormatException e) {
            throw pack.damaged(offset, "the entry does not inflate");
        }
    }

    private byte[] applied(Waiting waiting, byte[] base) throws ObjectProblem {
        if (delta.length < waiting.size()) {
            delta = new byte[Math.max(waiting.size(), 2 * delta.length)];
        }
        try {
            zlib.inflate(waiting.pack().from(waiting.data()), delta, waiting.size());
            long size = Delta.resultSize(delta, waiting.size());
            checkSize(waiting.pack(), waiting.offset(), size);
            byte[] result = new byte[(int) size];
            Delta.apply(base, base.length, delta, waiting.size(), result, result.length, copies);
            return result;
        } catch (DataFormatException e) {
            throw waiting.pack().damaged(waiting.offset(), "the entry does not inflate");
        } catch (Delta.Malformed e) {
            throw waiting.pack().damaged(waiting.offset(), e.what());
        }
    }

    private void checkSize(PackFile pack, long offset, long size) throws ObjectProblem {
        if (size > store.maxObjectBytes()) {
            throw ObjectProblem.tooLarge(
                    "%s at offset %d".formatted(pack.name(), offset), size, store.maxObjectBytes());
        }
    }

    /** The pack that holds a base: the delta's own before all others. */
    private @Nullable PackFile holder(ObjectId id, PackFile own) {
        if (own.index().find(id) >= 0) {
            return own;
        }
        for (PackFile pack : store.packs()) {
            if (pack.index().find(id) >= 0) {
                return pack;
            }
        }
        return null;
    }

    private StoredObject looseBase(ObjectId id, PackFile pack, long offset) throws IOException {
        LooseObjects loose = store.looseFor(id);
        StoredObject base = loose == null ? null : loose.read(id, zlib, store.maxObjectBytes());
        if (base == null) {
            throw ObjectProblem.missing(id, "%s at offset %d".formatted(pack.name(), offset));
        }
        return base;
    }

    private @Nullable StoredObject cached(PackFile pack, long offset) {
        Cached entry = cache[slot(offset)];
        if (entry == null || entry.pack != pack || entry.offset != offset) {
            return null;
        }
        return entry.object;
    }

    private void remember(PackFile pack, long offset, StoredObject object) {
        if (object.bytes().length <= CACHE_ENTRY_BYTES) {
            cache[slot(offset)] = new Cached(pack, offset, object);
        }
    }

    private static int slot(long offset) {
        return (int) ((offset * 0x9e3779b97f4a7c15L) >>> 55);
    }

    @Override
    public void close() {
        zlib.close();
        Arrays.fill(cache, null);
    }
}
