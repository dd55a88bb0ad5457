package io.hushgate.core.context;

import io.hushgate.core.bytes.Signs;
import io.hushgate.core.bytes.Slice;

/**
 * The text in which an assignment is read, and how much of it was looked at: an answer depends on
 * {@code [lookedFrom, lookedTo)} alone, and stays the same wherever that stands. Changes with each
 * look; one per thread.
 */
final class Passage {
    /** Most bytes of a name on each side of the keyword. */
    static final int MAX_NAME = 64;

    /** Most blanks between the parts. */
    static final int MAX_GAP = 40;

    private static final Signs STRING_PREFIXES = Signs.of("bBuUrRfF@LN");

    private byte[] text = new byte[0];
    private int start;
    private int end;
    private int lookedFrom;
    private int lookedTo;

    /** Turns to another text, of which {@code [from, to)} was looked at. */
    void turn(byte[] bytes, int textStart, int textEnd) {
        text = bytes;
        start = textStart;
        end = textEnd;
    }

    /** Begins to count what is looked at. */
    void begin(int from, int to) {
        lookedFrom = from;
        lookedTo = to;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The byte at an offset, with its sign: what is no ASCII is negative. */
    int at(int offset) {
        return text[offset];
    }

    Slice slice(int from, int to) {
        return Slice.of(text, from, to);
    }

    int lookedFrom() {
        return lookedFrom;
    }

    int lookedTo() {
        return lookedTo;
    }

    /** Notes that the byte at an offset, or the lack of one, was seen. */
    void look(int at) {
        if (at >= lookedTo) {
            lookedTo = at + 1;
        }
    }

    /** The same for what stands before. */
    void lookBack(int at) {
        lookedFrom = Math.min(lookedFrom, at);
    }

    /** Tells whether a text stands at an offset, in whatever case. */
    boolean matches(int at, String lowerCase) {
        look(at + lowerCase.length() - 1);
        if (at + lowerCase.length() > end) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Slice.lower(text[at + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Offset after the next such sign of this line, if it is near; the end without one. */
    int past(int from, int sign) {
        int at = from;
        int highest = Math.min(end, from + MAX_NAME);
        while (at < highest && text[at] != sign && text[at] != '\n') {
            at++;
        }
        look(at);
        return at < highest && text[at] == sign ? at + 1 : end;
    }

    /** How many blanks stand at an offset. */
    int blanks(int at) {
        int highest = Math.min(end, at + MAX_GAP);
        int after = at;
        while (after < highest && (text[after] == ' ' || text[after] == '\t')) {
            after++;
        }
        look(after);
        return Math.max(0, after - at);
    }

    /** Bytes of the quote at {@code at}: 2 when a backslash stands before it, 0 for none. */
    int quoteLength(int at) {
        look(at + 1);
        if (at >= end) {
            return 0;
        }
        if (isQuote(text[at])) {
            return 1;
        }
        boolean escaped =
                text[at] == '\\' && at + 1 < end && (text[at + 1] == '"' || text[at + 1] == '\'');
        return escaped ? 2 : 0;
    }

    /** Letters that mark a kind of string: {@code b"..."}, {@code @"..."}. */
    int stringPrefix(int at) {
        look(at + 1);
        boolean marked = at + 1 < end && STRING_PREFIXES.has(text[at]);
        return marked && quoteLength(at + 1) == 1 ? 1 : 0;
    }

    static boolean isQuote(int b) {
        return b == '"' || b == '\'' || b == '`';
    }

    /** What names are made of: letters, digits, and the signs that join their parts. */
    static boolean isNameByte(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '_'
                || b == '-'
                || b == '.';
    }
}
