package io.hushgate.rego.builtin.pattern;

import io.hushgate.rego.builtin.BuiltinError;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of the simple expressions of {@code regex.globs_match}: a character, a dot or a set,
 * each possibly repeated by {@code *} or {@code +}. The latter is read as one step and a repeated
 * one.
 *
 * @param ranges pairs of first and last code point
 * @param repeats whether it stands for any number of characters, also none
 */
record SimpleToken(List<Range> ranges, boolean repeats) {
    /** Code points, both ends included. */
    record Range(int first, int last) {
        boolean overlaps(Range that) {
            return first <= that.last && that.first <= last;
        }
    }

    private static final Range ANY = new Range(0, Character.MAX_CODE_POINT);

    boolean overlaps(SimpleToken that) {
        for (Range mine : ranges) {
            for (Range theirs : that.ranges) {
                if (mine.overlaps(theirs)) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<SimpleToken> parse(String source) {
        return new Parser(source.codePoints().toArray()).parse();
    }

    /** Reads the tokens of one expression. */
    private static final class Parser {
        private final int[] source;
        private final List<SimpleToken> tokens = new ArrayList<>();
        private int at;
        private boolean escaped;

        Parser(int[] source) {
            this.source = source;
        }

        List<SimpleToken> parse() {
            while (at < source.length) {
                int c = next();
                List<Range> ranges;
                if (!escaped && c == '.') {
                    ranges = List.of(ANY);
                } else if (!escaped && c == '[') {
                    ranges = set();
                } else if (!escaped && c == ']') {
                    throw invalid("set-close ']' with no preceding '['");
                } else if (!escaped && (c == '*' || c == '+')) {
                    throw invalid(
                            "flag '%s' must be preceded by a non-flag"
                                    .formatted(Character.toString(c)));
                } else {
                    ranges = List.of(new Range(c, c));
                }
                flag(ranges);
            }
            return tokens;
        }

        private void flag(List<Range> ranges) {
            int flag = at < source.length ? source[at] : 0;
            if (flag == '*' || flag == '+') {
                at++;
            }
            if (flag != '*') {
                tokens.add(new SimpleToken(ranges, false));
            }
            if (flag == '*' || flag == '+') {
                tokens.add(new SimpleToken(ranges, true));
            }
        }

        private List<Range> set() {
            List<Range> ranges = new ArrayList<>();
            int previous = -1;
            while (at < source.length) {
                int c = next();
                if (!escaped && c == ']') {
                    return ranges;
                }
                if (escaped || c != '-') {
                    ranges.add(new Range(c, c));
                    previous = c;
                    continue;
                }
                if (previous < 0) {
                    throw invalid("range character '-' must be preceded by a Unicode character");
                }
                if (at >= source.length - 1) {
                    throw invalid("range character '-' must be followed by a Unicode character");
                }
                ranges.add(new Range(previous, rangeEnd(previous)));
                previous = -1;
            }
            throw invalid("found [ without matching ]");
        }

        private int rangeEnd(int first) {
            int last = next();
            if (!escaped && (last == ']' || last == '-')) {
                throw invalid("range character '-' cannot be followed by a special symbol");
            }
            if (last < first) {
                throw invalid(
                        "range is out of order: '%s' comes before '%s' in Unicode"
                                .formatted(Character.toString(last), Character.toString(first)));
            }
            return last;
        }

        private int next() {
            int c = source[at++];
            escaped = c == '\\';
            if (escaped) {
                if (at == source.length) {
                    throw invalid("input ends with a \\ (escape) character");
                }
                c = source[at++];
            }
            return c;
        }

        private BuiltinError invalid(String what) {
            return BuiltinError.of(
                    "input:%s, pos:%d, %s: the input provided is invalid"
                            .formatted(new String(source, 0, source.length), at, what));
        }
    }
}
