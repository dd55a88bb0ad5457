package io.hushgate.source.git;

import io.hushgate.core.Span;
import io.hushgate.source.AddedRanges;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a blob that none of the blobs before it has. Not a diff: a line that moves within
 * its file is not new, nor is a second copy of a line. Linear in the size of the blobs, which are
 * read when the first question comes.
 */
final class AddedLines implements AddedRanges {
    private final byte[] now;
    private final Before before;
    private @Nullable LineTable table;
    private boolean everything;

    /** Reads the texts that were there before. */
    @FunctionalInterface
    interface Before {
        List<byte[]> read() throws IOException;
    }

    AddedLines(byte[] now, Before before) {
        this.now = now;
        this.before = before;
    }

    @Override
    public boolean touches(Span span) {
        LineTable old = table();
        if (everything) {
            return true;
        }
        int start = (int) Math.min(span.start(), now.length);
        while (start > 0 && now[start - 1] != '\n') {
            start--;
        }
        do {
            int end = LineTable.lineEnd(now, start);
            if (!old.contains(now, start, end)) {
                return true;
            }
            start = end + 1;
        } while (start < Math.min(span.end(), now.length));
        return false;
    }

    private LineTable table() {
        if (table == null) {
            table = new LineTable();
            try {
                before.read().forEach(table::add);
            } catch (IOException e) {
                // Without what was there before, a finding too many is the smaller mistake.
                everything = true;
            }
        }
        return table;
    }
}
