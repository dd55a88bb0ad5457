package io.hushgate.source.git.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * The index of a pack: which object starts at which offset, in order of ids. Versions 1 and 2 of
 * {@code gitformat-pack(5)}, mapped and not copied, so that opening one costs nothing.
 *
 * <pre>
 *   version 2:  FF 't' 'O' 'c'  00 00 00 02
 *               fan-out        256 x 4   how many ids start with a byte up to this
 *               ids              n x 20 or 32
 *               CRCs             n x 4
 *               offsets          n x 4   highest bit set: number of a large offset
 *               large offsets    m x 8
 *               hash of the pack, hash of this file
 *   version 1:  fan-out, then n x (4 offset, id), then the two hashes
 * </pre>
 */
final class PackIndex {
    private static final int MAGIC = 0xff744f63;
    private static final int FAN_OUT_BYTES = 256 * Integer.BYTES;

    /** After the first byte of an id, which the fan-out has answered. */
    private static final long KEY_MASK = (1L << 56) - 1;

    /** Two guesses land within a few entries; a third pays only in packs of millions. */
    private static final int GUESSES = 3;

    private final String name;
    private final ObjectFormat format;
    private final ByteBuffer map;
    private final int idBytes;
    private final int count;
    private final int fanOut;
    private final int ids;
    private final int idStride;
    private final int offsets;
    private final int offsetStride;
    private final int largeOffsets;

    private PackIndex(String name, ByteBuffer map, ObjectFormat format) throws ObjectProblem {
        this.name = name;
        this.format = format;
        this.map = map;
        this.idBytes = format.bytes();
        if (map.limit() < FAN_OUT_BYTES + 2 * idBytes) {
            throw damaged("it is too short");
        }
        boolean second = map.getInt(0) == MAGIC;
        if (second && map.getInt(4) != 2) {
            throw damaged("its version is %d, and 1 and 2 exist".formatted(map.getInt(4)));
        }
        fanOut = second ? 8 : 0;
        count = map.getInt(fanOut + FAN_OUT_BYTES - Integer.BYTES);
        int table = fanOut + FAN_OUT_BYTES;
        long perObject = second ? idBytes + 8L : idBytes + 4L;
        if (count < 0 || table + count * perObject + 2L * idBytes > map.limit()) {
            throw damaged("it is shorter than its own count of objects says");
        }
        ids = second ? table : table + Integer.BYTES;
        idStride = second ? idBytes : idBytes + Integer.BYTES;
        offsets = second ? table + count * (idBytes + Integer.BYTES) : table;
        offsetStride = second ? Integer.BYTES : idStride;
        largeOffsets = second ? offsets + count * Integer.BYTES : -1;
        int before = 0;
        for (int i = 0; i < 256; i++) {
            int upTo = map.getInt(fanOut + i * Integer.BYTES);
            if (upTo < before || upTo > count) {
                throw damaged("its fan-out table does not rise");
            }
            before = upTo;
        }
    }

    static PackIndex open(Path file, ObjectFormat format) throws IOException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(name);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw ObjectProblem.corrupt(name, "it has more than 2 GiB");
            }
            ByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return new PackIndex(name, map.order(ByteOrder.BIG_ENDIAN), format);
        }
    }

    /** How many objects the pack holds. */
    int count() {
        return count;
    }

    /**
     * The number of an object in order of ids, or -1. Ids are hashes and so spread evenly: the
     * first guesses come from the id itself, and only where they fail the interval is halved.
     */
    int find(byte[] id, int from) {
        int first = id[from] & 0xff;
        int low = first == 0 ? 0 : map.getInt(fanOut + (first - 1) * Integer.BYTES);
        int high = map.getInt(fanOut + first * Integer.BYTES);
        long wanted = longAt(id, from);
        long lowKey = (long) first << 56;
        long highKey = lowKey | KEY_MASK;
        for (int guess = 0; low < high; guess++) {
            int middle =
                    guess < GUESSES
                            ? low + guess(wanted - lowKey, highKey - lowKey, high - low)
                            : (low + high) >>> 1;
            int at = ids + middle * idStride;
            long key = map.getLong(at);
            int order = Long.compareUnsigned(key, wanted);
            if (order == 0) {
                order = compareTail(at, id, from);
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
                lowKey = key;
            } else {
                high = middle;
                highKey = key;
            }
        }
        return -1;
    }

    /** How far into an interval of ids one lies, from 0 to one less than their count. */
    private static int guess(long key, long span, int count) {
        double share = (double) (key >>> 8) / ((span >>> 8) + 1);
        return Math.clamp((long) (share * count), 0, count - 1);
    }

    int find(ObjectId id) {
        return id.length() == idBytes ? find(id.raw(), 0) : -1;
    }

    private int compareTail(int at, byte[] id, int from) {
        for (int i = Long.BYTES; i < idBytes; i++) {
            int order = Byte.compareUnsigned(map.get(at + i), id[from + i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Adds ids that start with these digits, two at least if there are so many. */
    void addWithPrefix(String digits, Set<ObjectId> into) {
        String padded = (digits + "0".repeat(2 * idBytes)).substring(0, 2 * idBytes);
        byte[] lowest = HexFormat.of().parseHex(padded);
        int number = insertionPoint(lowest);
        for (int i = number; i < Math.min(count, number + 2); i++) {
            ObjectId id = id(i);
            if (id.toString().startsWith(digits)) {
                into.add(id);
            }
        }
    }

    private int insertionPoint(byte[] id) {
        ObjectId wanted = ObjectId.owning(id);
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (id(middle).compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The id of an object by its number. */
    ObjectId id(int number) {
        byte[] raw = new byte[idBytes];
        map.get(ids + number * idStride, raw);
        return ObjectId.owning(raw);
    }

    /** Copies the id of an object by its number. */
    void copyId(int number, byte[] into) {
        map.get(ids + number * idStride, into, 0, idBytes);
    }

    /** Tells whether the object before has the same id, which a sound index never has. */
    boolean repeatsTheOneBefore(int number) {
        if (number == 0) {
            return false;
        }
        int at = ids + number * idStride;
        return map.getLong(at) == map.getLong(at - idStride) && id(number).equals(id(number - 1));
    }

    /** Where in the pack an object starts; may be anything in a damaged index. */
    long offset(int number) {
        int at = offsets + number * offsetStride;
        int offset = map.getInt(at);
        if (offset >= 0 || largeOffsets < 0) {
            return Integer.toUnsignedLong(offset);
        }
        long large = largeOffsets + (offset & 0x7fff_ffffL) * Long.BYTES;
        boolean inside = large + Long.BYTES <= map.limit() - 2L * idBytes;
        return inside ? map.getLong((int) large) : -1;
    }

    /** Tells whether the hash at the end is that of all before it: 10 ms for 400,000 objects. */
    boolean isSound() {
        MessageDigest digest = format.digest();
        digest.update(map.slice(0, map.limit() - idBytes));
        byte[] written = new byte[idBytes];
        map.get(map.limit() - idBytes, written);
        return MessageDigest.isEqual(digest.digest(), written);
    }

    /** Tells whether the pack's own hash at its end is the one that this index was made for. */
    boolean isMadeFor(byte[] packHash) {
        byte[] expected = new byte[idBytes];
        map.get(map.limit() - 2 * idBytes, expected);
        return Arrays.equals(expected, packHash);
    }

    /** The problem of an index that {@link #isSound} says no of. */
    ObjectProblem damagedAsAWhole() {
        return damaged("its hash is not that of its content");
    }

    private ObjectProblem damaged(String what) {
        return ObjectProblem.corrupt(name, what);
    }

    private static long longAt(byte[] bytes, int from) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | (bytes[from + i] & 0xff);
        }
        return value;
    }
}
