package io.hushgate.source.log;

import io.hushgate.core.Grade;
import io.hushgate.core.Span;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.grade.StandIns;
import io.hushgate.core.match.Detection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the names whose values a log masks, and the values that stand in clear under the same
 * names, before or after: a variable that somebody registered as a secret is one, however simple
 * its value. A name with many values is a word of the log and no variable.
 */
final class MaskedNames {
    /** Names that are kept; a power of two, of which three quarters are used. */
    private static final int TABLE = 1 << 12;

    private static final int MOST_NAMES = TABLE / 4 * 3;

    /** Names are kept for their masks alone from here on. */
    private static final int MOST_CLEAR = TABLE / 2;

    /** A variable that is set anew; more values are no variable's. */
    private static final int MOST_VALUES = 2;

    /** Assignments that are known again without a look at the value; a power of two. */
    private static final int REPEATED = 1 << 9;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 512;

    private final Places places;
    private final Assignment assignment = new Assignment();
    private final long[] keys = new long[TABLE];
    private final @Nullable Name[] names = new @Nullable Name[TABLE];
    private final long[] pairs = new long[REPEATED];
    private int count;

    /** Knows where in the log the line at hand stands. */
    interface Places {
        /**
         * Makes what is told of a value, of which it takes a copy.
         *
         * @param span of the value in the text
         * @param column of its first character in the text, from 1
         * @param endColumn of what follows its last
         */
        Detection at(Span span, int column, int endColumn, Slice value);
    }

    /** What is known of a name. */
    private static final class Name {
        private final List<Detection> shown = new ArrayList<>(1);
        private final long[] values = new long[MOST_VALUES];
        private boolean masked;
        private int valueCount;

        /** Tells whether a value is another than those before. */
        boolean isNew(long hash) {
            for (int i = 0; i < Math.min(valueCount, MOST_VALUES); i++) {
                if (values[i] == hash) {
                    return false;
                }
            }
            if (valueCount < MOST_VALUES) {
                values[valueCount] = hash;
            }
            valueCount++;
            return true;
        }
    }

    MaskedNames(Places places) {
        this.places = places;
    }

    /** Takes a line of the text. */
    void line(byte[] bytes, int from, int to, long offset) {
        if (!assignment.read(bytes, from, to)) {
            return;
        }
        int start = assignment.valueStart;
        int end = assignment.valueEnd;
        long nameHash = hash(bytes, assignment.nameStart, assignment.nameEnd);
        long valueHash = hash(bytes, start, end);
        if (isRepeated(31 * nameHash + valueHash)) {
            return;
        }
        boolean masked = isMask(bytes, start, end);
        if (!masked && isOutOfQuestion(bytes, start, end)) {
            return;
        }
        Name name = name(nameHash, masked);
        if (name == null) {
            return;
        }
        name.masked |= masked;
        if (!masked && name.isNew(valueHash) && name.valueCount <= MOST_VALUES) {
            int column = 1 + Bytes.units(bytes, from, start);
            name.shown.add(
                    places.at(
                            new Span(offset + start - from, offset + end - from),
                            column,
                            column + Bytes.units(bytes, start, end),
                            Slice.of(bytes, start, end)));
        }
    }

    /** What was shown under names that were masked; the rest is wiped. */
    List<Detection> take() {
        List<Detection> told = new ArrayList<>();
        for (Name name : names) {
            if (name != null && name.masked && name.valueCount <= MOST_VALUES) {
                told.addAll(name.shown);
            } else if (name != null) {
                name.shown.forEach(Detection::discard);
            }
        }
        Arrays.fill(names, null);
        count = 0;
        return told;
    }

    /** Tells whether the same was assigned a while ago, as it is in every step of a job. */
    private boolean isRepeated(long pair) {
        int slot = (int) (pair >>> 20) & (REPEATED - 1);
        boolean repeated = pairs[slot] == pair;
        pairs[slot] = pair;
        return repeated;
    }

    private @Nullable Name name(long hash, boolean masked) {
        int at = (int) (hash >>> 40) & (TABLE - 1);
        for (Name name = names[at]; name != null; name = names[at]) {
            if (keys[at] == hash) {
                return name;
            }
            at = (at + 1) & (TABLE - 1);
        }
        if (count >= (masked ? MOST_NAMES : MOST_CLEAR)) {
            return null;
        }
        Name name = new Name();
        count++;
        keys[at] = hash;
        names[at] = name;
        return name;
    }

    private static boolean isMask(byte[] bytes, int from, int to) {
        int stars = from;
        while (stars < to && bytes[stars] == '*') {
            stars++;
        }
        return (stars == to && stars - from >= 3)
                || (to - from == 8 && Bytes.startsWith(bytes, from, to, "[MASKED]"));
    }

    /** Too short or long, a number, a path, or what stands for a value. */
    private static boolean isOutOfQuestion(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST || bytes[from] == '/' || bytes[from] == '.') {
            return true;
        }
        boolean number = length < 8;
        boolean mask = false;
        for (int i = from; i < to; i++) {
            number &= Bytes.isDigit(bytes[i]) || bytes[i] == '.';
            mask |= bytes[i] == '*';
        }
        if (number || mask) {
            return true;
        }
        Optional<Grade> standsFor = StandIns.ofValue(Slice.of(bytes, from, to));
        return standsFor.isPresent() && standsFor.get() != Grade.WEAK;
    }

    /** FNV-1a, mixed so that the high bits are good as well. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        return hash ^ hash >>> 29;
    }
}
