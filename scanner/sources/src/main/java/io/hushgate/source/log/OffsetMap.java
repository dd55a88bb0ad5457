package io.hushgate.source.log;

import io.hushgate.core.Region;
import io.hushgate.core.Span;
import java.util.Arrays;

/**
 * Leads from positions in a text that was made from a log back to the log. Holds marks: from each
 * on, until the next, text and log differ by the same number of bytes, lines and columns. Old marks
 * make room for new ones; whoever asks lags behind by less than the engine's buffers hold.
 *
 * <p>Performance island: a mark a line, no objects.
 */
final class OffsetMap {
    /** More than the engine's buffers hold bytes, and a mark stands at a byte of its own. */
    private static final int MOST = 1 << 19;

    private long[] offsets = new long[1024];
    private long[] bytes = new long[1024];
    private int[] lines = new int[1024];
    private int[] columns = new int[1024];
    private int first;
    private int count;

    /**
     * From {@code offset} of the text on, so much is added to get to the log. Marks come in order;
     * a later one at the same offset takes the place of the earlier.
     */
    void mark(long offset, long moreBytes, int moreLines, int moreColumns) {
        if (count > 0 && offsets[index(count - 1)] == offset) {
            count--;
        } else if (count == offsets.length) {
            makeRoom();
        }
        int at = index(count++);
        offsets[at] = offset;
        bytes[at] = moreBytes;
        lines[at] = moreLines;
        columns[at] = moreColumns;
    }

    private void makeRoom() {
        if (count == MOST) {
            first = index(1);
            count--;
            return;
        }
        int size = 2 * count;
        offsets = Arrays.copyOf(offsets, size);
        bytes = Arrays.copyOf(bytes, size);
        lines = Arrays.copyOf(lines, size);
        columns = Arrays.copyOf(columns, size);
    }

    private int index(int i) {
        return first + i & offsets.length - 1;
    }

    /** The bytes of the log from the first to the last byte of a range of the text. */
    Span original(Span span) {
        int last = index(before(Math.max(span.start(), span.end() - 1)));
        long start = span.start() + bytes[index(before(span.start()))];
        return new Span(start, Math.max(start, span.end() + bytes[last]));
    }

    /** The same in lines and columns, given those of the text. */
    Region original(Span span, Region region) {
        int from = index(before(span.start()));
        int last = index(before(Math.max(span.start(), span.end() - 1)));
        int startLine = Math.max(1, region.startLine() + lines[from]);
        int startColumn = Math.max(1, region.startColumn() + columns[from]);
        int endLine = Math.max(startLine, region.endLine() + lines[last]);
        int endColumn = Math.max(1, region.endColumn() + columns[last]);
        if (endLine == startLine && endColumn < startColumn) {
            endColumn = startColumn;
        }
        return new Region(startLine, startColumn, endLine, endColumn);
    }

    /** The last mark at or before an offset. */
    private int before(long offset) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (offsets[index(middle)] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
