package io.hushgate.core.context;

import io.hushgate.core.bytes.Words;
import io.hushgate.core.context.AssignmentReader.Notation;

/**
 * Reads values that stand beside a name which is itself a value, or in a block that the name opens.
 * One per thread.
 *
 * <pre>
 *   - name: DB_PASSWORD        env("SECRET", default="...")      variable "password" {
 *     required: true           {"name": "x", "value": "..."}       default = "..."
 *     value: ...                                                 }
 * </pre>
 */
final class PairReader {
    /** Most bytes of a block before its value. */
    private static final int MAX_BLOCK = 400;

    /** Members that may stand between a name and its value. */
    private static final int MAX_MEMBERS = 4;

    /** Most bytes of such a member. */
    private static final int MAX_MEMBER = 120;

    private static final Words VALUE =
            Words.ignoringCase(
                    "value",
                    "val",
                    "default",
                    "defaultvalue",
                    "default_value",
                    "parametervalue",
                    "default value");

    private final Passage in;
    private final ValueReader value;

    PairReader(Passage in, ValueReader value) {
        this.in = in;
        this.value = value;
    }

    /**
     * Reads the member {@code value: Y} behind a name.
     *
     * @param start offset of the name
     * @param from offset behind it
     */
    boolean beside(int start, int from) {
        int at = from;
        boolean named = isMember(start);
        for (int members = 0; members < MAX_MEMBERS; members++) {
            int key = afterGap(at);
            int end = afterKey(key);
            int sign = end + in.quoteLength(end);
            sign += in.blanks(sign);
            in.look(sign);
            if (key == at || sign >= in.end() || (in.at(sign) != ':' && in.at(sign) != '=')) {
                return false;
            }
            if (VALUE.isAllOf(in.slice(key, end))) {
                return value.next(sign + 1 + in.blanks(sign + 1), Notation.NAME_VALUE);
            }
            at = afterMember(sign + 1);
            if (!named || at < 0) {
                return false;
            }
        }
        return false;
    }

    /** Tells whether the name is the value of a member or the argument of a call. */
    private boolean isMember(int start) {
        int at = start - 1;
        while (at > in.start() && start - at < Passage.MAX_GAP && isQuoteOrBlank(in.at(at))) {
            at--;
        }
        in.lookBack(at - 1);
        return at >= in.start() && (in.at(at) == ':' || in.at(at) == '=' || in.at(at) == '(');
    }

    private static boolean isQuoteOrBlank(int b) {
        return b == ' ' || Passage.isQuote(b);
    }

    /** Passes over what may stand between two members. */
    private int afterGap(int from) {
        int at = from;
        int highest = Math.min(in.end(), from + Passage.MAX_GAP);
        while (at < highest && isGap(in.at(at))) {
            at++;
        }
        in.look(at);
        return at;
    }

    private static boolean isGap(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == ',' || Passage.isQuote(b);
    }

    private int afterKey(int key) {
        int at = key;
        int highest = Math.min(in.end(), key + Passage.MAX_NAME);
        while (at < highest && Passage.isNameByte(in.at(at))) {
            at++;
        }
        in.look(at);
        return at;
    }

    /** Offset behind a member's value: a string, or the rest of its line; -1 for a nested one. */
    private int afterMember(int from) {
        int at = from + in.blanks(from);
        int highest = Math.min(in.end(), at + MAX_MEMBER);
        int quote = at < highest && Passage.isQuote(in.at(at)) ? in.at(at++) : 0;
        while (at < highest
                && in.at(at) != '\n'
                && (quote > 0 ? in.at(at) != quote : in.at(at) != ',')) {
            if (quote == 0 && "{}[]()".indexOf(in.at(at)) >= 0) {
                return -1;
            }
            at++;
        }
        in.look(at);
        return at < highest ? at : -1;
    }

    /** Reads the default in the block that opens before an offset. */
    boolean within(int from) {
        int highest = Math.min(in.end(), from + MAX_BLOCK);
        for (int at = from; at < highest && in.at(at) != '}'; at++) {
            in.look(at + 1);
            int before = in.at(at - 1);
            boolean starts =
                    before <= ' ' || before == '{' || before == ',' || Passage.isQuote(before);
            if (!starts || !Passage.isNameByte(in.at(at))) {
                continue;
            }
            int end = afterKey(at);
            if (VALUE.isAllOf(in.slice(at, end))) {
                int sign = end + in.quoteLength(end);
                sign += in.blanks(sign);
                in.look(sign);
                if (sign < in.end() && (in.at(sign) == '=' || in.at(sign) == ':')) {
                    int start = sign + 1 + in.blanks(sign + 1);
                    return in.quoteLength(start) > 0 && value.next(start, Notation.NAME_VALUE);
                }
            }
            at = Math.max(at, end - 1);
        }
        return false;
    }

    /** Reads the next item of a list, where a name is an option: {@code - --password}. */
    boolean nextItem(int from) {
        int at = from;
        while (at < in.end()
                && at - from < Passage.MAX_GAP
                && isGap(in.at(at))
                && in.at(at) != ',') {
            at++;
        }
        in.look(at + 1);
        return at + 1 < in.end()
                && in.at(at) == '-'
                && in.at(at + 1) == ' '
                && value.next(at + 1 + in.blanks(at + 1), Notation.WORD)
                && value.endsLine();
    }
}
