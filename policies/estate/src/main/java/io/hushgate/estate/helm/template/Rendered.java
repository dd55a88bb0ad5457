package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Leaf;
import java.util.List;

/**
 * What a template came to.
 *
 * @param segments in the order of the text; together they cover it
 */
public record Rendered(String text, List<Segment> segments) {
    public Rendered {
        segments = List.copyOf(segments);
    }

    /** The offset in the template that wrote a character. */
    public int templateOffset(int offset) {
        if (segments.isEmpty()) {
            return 0;
        }
        Segment segment = segments.get(indexAt(offset));
        return segment.literal() ? segment.offset() + offset - segment.start() : segment.offset();
    }

    /** The values that had a part in a stretch of the text. */
    public List<Leaf> leaves(int from, int to) {
        if (segments.isEmpty()) {
            return List.of();
        }
        return segments.subList(indexAt(from), indexAt(Math.max(from, to - 1)) + 1).stream()
                .flatMap(segment -> segment.leaves().stream())
                .distinct()
                .toList();
    }

    private int indexAt(int offset) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
