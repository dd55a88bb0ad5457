package io.hushgate.source.git.store;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Lends byte arrays to one worker and takes them back, so that five gigabytes of blobs do not
 * become five gigabytes of garbage. Sizes are powers of two up to one mebibyte; larger arrays are
 * rare and made to measure.
 */
final class Buffers {
    private static final int SMALLEST_BITS = 12;
    private static final int LARGEST_BITS = 20;
    private static final int KEPT_PER_SIZE = 8;

    private final ArrayDeque<byte[]>[] free = queues();

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of one generic type cannot be made
    private static ArrayDeque<byte[]>[] queues() {
        ArrayDeque<byte[]>[] queues = new ArrayDeque[LARGEST_BITS - SMALLEST_BITS + 1];
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new ArrayDeque<>(KEPT_PER_SIZE);
        }
        return queues;
    }

    /** An array of at least this length, with whatever content. */
    byte[] take(int length) {
        if (length > 1 << LARGEST_BITS) {
            return new byte[length];
        }
        int bits = bits(length);
        byte @Nullable [] kept = free[bits - SMALLEST_BITS].pollLast();
        return kept == null ? new byte[1 << bits] : kept;
    }

    /** Takes an array back; the caller forgets it. */
    void giveBack(byte[] array) {
        boolean ours = Integer.bitCount(array.length) == 1 && array.length >= 1 << SMALLEST_BITS;
        if (ours && array.length <= 1 << LARGEST_BITS) {
            ArrayDeque<byte[]> queue = free[bits(array.length) - SMALLEST_BITS];
            if (queue.size() < KEPT_PER_SIZE) {
                queue.addLast(array);
            }
        }
    }

    private static int bits(int length) {
        return Math.max(
                SMALLEST_BITS,
                Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, length) - 1));
    }
}
