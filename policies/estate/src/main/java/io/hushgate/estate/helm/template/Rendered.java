package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template came to.
 *
 * @param segments in the order of the text; together they cover it
 */
public record Rendered(String text, List<Segment> segments) {
    private static final Pattern DIVIDER = Pattern.compile("(?m)^---(?=[^\\s-])");

    public Rendered {
        segments = List.copyOf(segments);
    }

    /**
     * The same with a line end after each {@code ---} that begins a line, where something follows
     * it: Helm divides documents there, and YAML does not.
     */
    public Rendered divided() {
        Matcher divider = DIVIDER.matcher(text);
        if (!divider.find()) {
            return this;
        }
        StringBuilder out = new StringBuilder(text);
        List<Segment> shifted = new ArrayList<>(segments);
        int inserted = 0;
        do {
            int at = divider.end() + inserted++;
            out.insert(at, '\n');
            insert(shifted, at);
        } while (divider.find());
        return new Rendered(out.toString(), shifted);
    }

    /** Moves what stands from an offset on by one; a literal segment around it is cut in two. */
    private static void insert(List<Segment> segments, int at) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            if (segment.start() >= at) {
                segments.set(i, segment.startingAt(segment.start() + 1, segment.offset()));
            } else {
                if (segment.literal()) {
                    int origin = segment.offset() + at - segment.start();
                    segments.add(i + 1, segment.startingAt(at + 1, origin));
                }
                return;
            }
        }
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

    /** Tells whether a stretch is the template's own text. */
    public boolean isLiteral(int from, int to) {
        return segments.isEmpty()
                || segments.subList(indexAt(from), indexAt(Math.max(from, to - 1)) + 1).stream()
                        .allMatch(Segment::literal);
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
