package io.hushgate.redact;

import java.util.Arrays;

/** Ranges of bytes to be masked, sorted and merged when they are asked for. */
final class Ranges {
    private long[] ranges = new long[16];
    private int count;

    void clear() {
        count = 0;
    }

    /** Adds a range; it may overlap others. */
    void add(int start, int end) {
        if (start >= end) {
            return;
        }
        if (count == ranges.length) {
            ranges = Arrays.copyOf(ranges, 2 * count);
        }
        ranges[count++] = ((long) start << 32) | end;
    }

    /** Tells whether a range shares bytes with one that was added. */
    boolean touch(int start, int end) {
        for (int i = 0; i < count; i++) {
            if (start(i) < end && start < end(i)) {
                return true;
            }
        }
        return false;
    }

    /** Sorts, and makes one of those that overlap or touch. */
    void merge() {
        Arrays.sort(ranges, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int start = (int) (ranges[i] >>> 32);
            if (kept > 0 && start <= end(kept - 1)) {
                int end = Math.max(end(kept - 1), end(i));
                ranges[kept - 1] = (ranges[kept - 1] & 0xffffffff00000000L) | end;
            } else {
                ranges[kept++] = ranges[i];
            }
        }
        count = kept;
    }

    int count() {
        return count;
    }

    int start(int i) {
        return (int) (ranges[i] >>> 32);
    }

    int end(int i) {
        return (int) ranges[i];
    }
}
