package io.hushgate.rules.gitleaks;

import java.util.Arrays;

/**
 * Where the lines of a fragment are, in bytes, and how gitleaks counts them: lines from 0, columns
 * from 1 but for lines after the first, where the line feed before them counts too.
 */
final class Lines {
    private final byte[] bytes;
    private final int[] feeds;
    private final boolean single;

    Lines(byte[] bytes) {
        this.bytes = bytes;
        int[] found = new int[64];
        int count = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i;
            }
        }
        this.single = count == 0;
        this.feeds = single ? new int[] {bytes.length} : Arrays.copyOf(found, count);
    }

    /**
     * A match as gitleaks reports it.
     *
     * @param lineFrom where the text of its lines starts
     * @param lineTo and ends
     */
    record Place(
            int startLine, int endLine, int startColumn, int endColumn, int lineFrom, int lineTo) {}

    Place place(int start, int end) {
        int startLine = firstFeed(start + 1);
        if (startLine == feeds.length) {
            return lastLine(start, end);
        }
        int before = startLine == 0 ? 0 : feeds[startLine - 1];
        int endLine = startLine;
        int endColumn = 0;
        int lineTo = feeds[startLine];
        int found = firstFeed(end);
        if (found < feeds.length) {
            int beforeEnd = found == 0 ? 0 : feeds[found - 1];
            endColumn = beforeEnd < end ? end - beforeEnd : 0;
            endLine = Math.max(startLine, found);
            lineTo = Math.max(lineTo, feeds[found]);
        }
        return new Place(
                startLine, endLine, start - before + 1, endColumn, before, Math.max(lineTo, end));
    }

    /** Behind the last line feed. */
    private Place lastLine(int start, int end) {
        int last = feeds.length - 1;
        int before = single ? 0 : feeds[last];
        int lineTo = end;
        while (lineTo < bytes.length && bytes[lineTo] != '\n' && bytes[lineTo] != '\r') {
            lineTo++;
        }
        int line = last + 1;
        return new Place(line, line, start - before + 1, end - before, before, lineTo);
    }

    /** The number of the first line feed at an offset or behind it. */
    private int firstFeed(int offset) {
        int at = Arrays.binarySearch(feeds, offset);
        return at < 0 ? -at - 1 : at;
    }

    /** The text of a place's lines. */
    String text(Place place) {
        return GoText.of(bytes, place.lineFrom, place.lineTo).chars();
    }
}
