package io.hushgate.core.match;

import io.hushgate.core.Region;
import io.hushgate.core.Span;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Turns offsets of the text into lines and columns: columns in UTF-16 code units, as SARIF counts
 * them. Counts only up to where something was found, and past what leaves the memory.
 *
 * <p>Text that is no UTF-8 still has columns: a byte that does not continue a character is one of
 * its own, as if it were Latin-1.
 */
final class Positions {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
    private static final long ONES = 0x0001000100010001L;

    /** What a byte can count up to. */
    private static final int MAX_COUNT = 255;

    private final long bom;
    private final boolean utf16;
    private Point base = Point.START;

    /**
     * The state of counting at an offset.
     *
     * @param line from 0
     * @param column code units since the line started
     * @param units code units since the text started, kept up to date only for UTF-16
     * @param open bytes that the character still lacks, plus 4 when it takes two code units
     */
    private record Point(long offset, int line, int column, long units, int open) {
        static final Point START = new Point(0, 0, 0, 0, 0);
    }

    /**
     * Starts at the beginning of a text.
     *
     * @param utf16 whether the artifact is UTF-16, of which this text is the UTF-8 form
     * @param bom bytes of the artifact before its text
     */
    Positions(boolean utf16, long bom) {
        this.utf16 = utf16;
        this.bom = bom;
    }

    /** Places candidates; their bytes lie in {@code text}. */
    void place(List<Candidate> candidates, Text text) {
        if (candidates.isEmpty()) {
            return;
        }
        long[] offsets =
                candidates.stream()
                        .flatMapToLong(c -> LongStream.of(c.start, c.end))
                        .sorted()
                        .distinct()
                        .toArray();
        Point[] points = new Point[offsets.length];
        Point at = base;
        for (int i = 0; i < offsets.length; i++) {
            at = advance(at, text, offsets[i]);
            points[i] = at;
        }
        for (Candidate c : candidates) {
            Point start = points[Arrays.binarySearch(offsets, c.start)];
            Point end = points[Arrays.binarySearch(offsets, c.end)];
            c.place(span(start, end), region(start, end), Remarks.of(text, c.start, c.end));
        }
    }

    /** Bytes of the artifact, and the same in lines and columns. */
    record Place(Span span, Region region) {}

    /** Where {@code [start, end)} is; asked in the order of the starts. */
    Place next(Text text, long start, long end) {
        base = advance(base, text, start);
        Point after = advance(base, text, end);
        return new Place(span(base, after), region(base, after));
    }

    /** Moves to {@code offset}, before which everything leaves the memory. */
    void forget(Text text, long offset) {
        if (offset > base.offset) {
            base = advance(base, text, offset);
        }
    }

    private Span span(Point start, Point end) {
        return utf16
                ? new Span(bom + 2 * start.units, bom + 2 * end.units)
                : new Span(start.offset, end.offset);
    }

    private static Region region(Point start, Point end) {
        return new Region(start.line + 1, start.column + 1, end.line + 1, end.column + 1);
    }

    private Point advance(Point from, Text text, long offset) {
        byte[] bytes = text.bytes();
        int shift = (int) (text.base() - text.from());
        int at = (int) (from.offset - shift);
        int to = (int) (offset - shift);
        int line = from.line;
        int column = from.column;
        long units = from.units;
        int open = from.open;
        if (!utf16) {
            int last = to - 1;
            while (last >= at && bytes[last] != '\n') {
                last--;
            }
            if (last >= at) {
                line += lineFeeds(bytes, at, last + 1);
                at = last + 1;
                column = 0;
                open = 0;
            }
        }
        for (int i = at; i < to; i++) {
            int b = bytes[i] & 0xff;
            int count;
            if ((open & 3) != 0 && (b & 0xc0) == 0x80) {
                open--;
                count = open == 4 ? 1 : 0;
                open = open == 4 ? 0 : open;
            } else {
                count = 1;
                open = b < 0xc2 ? 0 : b < 0xe0 ? 1 : b < 0xf0 ? 2 : b < 0xf5 ? 7 : 0;
            }
            column += count;
            units += count;
            if (b == '\n') {
                line++;
                column = 0;
            }
        }
        return new Point(offset, line, column, units, open);
    }

    /** Counts line feeds, eight bytes at a time, in eight counts that are added up now and then. */
    static int lineFeeds(byte[] bytes, int from, int to) {
        int count = 0;
        int i = from;
        // Where there is no C2, only longs at multiples of eight are read at once.
        for (; (i & (Long.BYTES - 1)) != 0 && i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        while (i + Long.BYTES <= to) {
            int end = Math.min(to, i + MAX_COUNT * Long.BYTES) - Long.BYTES;
            long counts = 0;
            for (; i <= end; i += Long.BYTES) {
                long x = (long) LONGS.get(bytes, i) ^ LINE_FEEDS;
                // The high bit of a byte of the sum is clear only where the byte of x is zero.
                counts += ~(((x & LOW_BITS) + LOW_BITS) | x | LOW_BITS) >>> (Byte.SIZE - 1);
            }
            count += sum(counts);
        }
        for (; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The sum of the eight bytes of a long. */
    private static int sum(long bytes) {
        long pairs = (bytes & EVEN_BYTES) + (bytes >>> Byte.SIZE & EVEN_BYTES);
        return (int) ((pairs * ONES) >>> (3 * Short.SIZE));
    }
}
