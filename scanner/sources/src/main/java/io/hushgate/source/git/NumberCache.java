package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectNumbers;
import java.util.Arrays;

/**
 * Remembers numbers that were looked up lately. The versions of a tree name mostly the same
 * objects, so nine of ten lookups end here. For one thread.
 */
final class NumberCache {
    private static final int SLOT_BITS = 16;

    private final ObjectNumbers numbers;
    private final ObjectFormat format;
    private final byte[] ids;
    private final int[] numberOf = new int[1 << SLOT_BITS];

    NumberCache(ObjectNumbers numbers, ObjectFormat format) {
        this.numbers = numbers;
        this.format = format;
        this.ids = new byte[format.bytes() << SLOT_BITS];
        Arrays.fill(numberOf, -1);
    }

    /** The number of the object whose id starts at {@code from}; -1 when it is not there. */
    int of(byte[] id, int from) {
        int hash = ((id[from] & 0xff) << 8) | (id[from + 1] & 0xff);
        int slot = hash & ((1 << SLOT_BITS) - 1);
        int length = format.bytes();
        int at = slot * length;
        if (numberOf[slot] < 0 || !Arrays.equals(ids, at, at + length, id, from, from + length)) {
            System.arraycopy(id, from, ids, at, length);
            numberOf[slot] = numbers.of(id, from, format);
        }
        return numberOf[slot];
    }
}
