package io.hushgate.core.context;

import io.hushgate.core.bytes.Signs;
import io.hushgate.core.bytes.Words;
import io.hushgate.core.context.AssignmentReader.Notation;
import java.util.List;

/**
 * Reads the value of an assignment from where its name and their joint end: a string, a bare word,
 * the argument of a call, the text of an element, what is taken when an expression gives nothing.
 * The fields of the last value stay until the next. One per thread.
 */
final class ValueReader {
    /** Calls that may stand around a literal. */
    private static final int MAX_CALLS = 2;

    /** How far back of a name the quote of its string may be. */
    private static final int MAX_STRING = 200;

    /** Most bytes of an expression before its alternative. */
    private static final int MAX_EXPRESSION = 120;

    /** Most bytes of a value. */
    private static final int MAX_VALUE = 512;

    private static final List<String> SCHEMES =
            List.of("bearer ", "token ", "basic ", "apikey ", "ssws ", "ntlm ", "negotiate ");

    private static final Signs DELIMITERS = Signs.of("\"'`,;<>&|()[]{}\\");

    /** Parts of the names of calls that fetch a value by the name they are given. */
    private static final Words ASKING =
            Words.ignoringCase(
                    "env", "get", "param", "prompt", "lookup", "find", "fetch", "query", "input",
                    "require", "read", "sprintf", "error");

    private final Passage in;
    private int nameStart;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;
    private Notation notation = Notation.EQUALS;
    private boolean quoted;
    private boolean wrapped;
    private boolean moreWords;
    private boolean inText;

    ValueReader(Passage in) {
        this.in = in;
    }

    /** Forgets the last value; the next belongs to the name in {@code [start, end)}. */
    void begin(int start, int end) {
        nameStart = start;
        nameEnd = end;
        quoted = false;
        wrapped = false;
        moreWords = false;
        inText = false;
    }

    int start() {
        return valueStart;
    }

    int end() {
        return valueEnd;
    }

    Notation notation() {
        return notation;
    }

    boolean isQuoted() {
        return quoted;
    }

    boolean isWrapped() {
        return wrapped;
    }

    boolean hasMoreWords() {
        return moreWords;
    }

    /** Tells whether a bare value stands within a string of the code. */
    boolean isInText() {
        return inText;
    }

    /** Reads what stands behind the sign of an assignment. */
    boolean assigned(int from, Notation how) {
        notation = how;
        int at = from + in.blanks(from);
        if (at >= in.end()) {
            return false;
        }
        int prefix = in.stringPrefix(at);
        if (in.quoteLength(at + prefix) > 0) {
            return quotedValue(at + prefix) && !(prefix > 0 && isFilledIn(in.at(at)));
        }
        if (how == Notation.COLON) {
            at = afterMarks(at);
            int block = blockScalar(at);
            if (block > 0) {
                return bareValue(block);
            }
            if (in.quoteLength(at) > 0) {
                return quotedValue(at);
            }
        }
        return wrappedValue(at, MAX_CALLS) || alternative(at) || bareValue(at);
    }

    /** Tells whether a string of Python has expressions in it: {@code f"{token}"}. */
    private boolean isFilledIn(int prefix) {
        boolean expressions = false;
        for (int i = valueStart; i < valueEnd; i++) {
            expressions |= in.at(i) == '{';
        }
        return expressions && (prefix | 0x20) == 'f';
    }

    /** Passes over the anchor and the tag of a YAML value: {@code &pw ...}, {@code !!str ...}. */
    private int afterMarks(int from) {
        int at = from;
        in.look(at + 1);
        boolean marked =
                at + 1 < in.end()
                        && (in.at(at) == '&' || (in.at(at) == '!' && in.at(at + 1) == '!'));
        while (marked && at < in.end() && at - from < Passage.MAX_NAME && in.at(at) > ' ') {
            at++;
        }
        in.look(at);
        return marked && at < in.end() && in.at(at) == ' ' ? at + in.blanks(at) : from;
    }

    /** What is taken when an expression gives nothing: {@code env.SECRET || "..."}. */
    private boolean alternative(int from) {
        int highest = Math.min(in.end(), from + MAX_EXPRESSION);
        for (int at = from; at + 2 < highest && in.at(at) != '\n' && in.at(at) != ';'; at++) {
            in.look(at + 3);
            boolean signs = in.at(at) == in.at(at + 1) && (in.at(at) == '|' || in.at(at) == '?');
            if (signs || (in.at(at) == ' ' && in.matches(at, " or "))) {
                int value = at + (signs ? 2 : 4);
                value += in.blanks(value);
                return in.quoteLength(value) > 0 && quotedValue(value);
            }
        }
        return false;
    }

    /**
     * {@code call("...")}, {@code outer(inner("..."))}: takes the literal when it is the first
     * argument.
     *
     * @param depth how many calls may stand in one another
     */
    private boolean wrappedValue(int from, int depth) {
        int at = from;
        if (in.matches(at, "new ")) {
            at += 4;
        }
        if (in.matches(at, "[]byte(")) {
            at += 2;
        }
        int start = at;
        while (at < in.end() && at - start < Passage.MAX_NAME && isCalleeByte(in.at(at))) {
            at++;
        }
        in.look(at);
        if (at == start
                || at >= in.end()
                || in.at(at) != '('
                || ASKING.isPartOf(in.slice(start, at))) {
            return false;
        }
        at += 1 + in.blanks(at + 1);
        at += in.stringPrefix(at);
        wrapped =
                in.quoteLength(at) > 0 ? quotedValue(at) : depth > 1 && wrappedValue(at, depth - 1);
        return wrapped;
    }

    /** Takes what something else than its own signs delimits. */
    boolean delimited(int start, int end) {
        notation = Notation.NAME_VALUE;
        quoted = true;
        return value(start, end);
    }

    /** Reads the argument behind a parenthesis or comma. */
    boolean argument(int from) {
        notation = Notation.ARGUMENT;
        int at = from + in.blanks(from);
        at += in.stringPrefix(at);
        return in.quoteLength(at) > 0 ? quotedValue(at) : wrappedValue(at, 1);
    }

    /** Reads the text of an XML element behind its opening tag. */
    boolean element(int from) {
        notation = Notation.ELEMENT;
        int section = in.matches(from, "<![cdata[") ? "<![CDATA[".length() : 0;
        int start = from + section;
        int end = start;
        int highest = Math.min(in.end(), start + MAX_VALUE);
        int stop = section > 0 ? ']' : '<';
        while (end < highest && in.at(end) != stop && in.at(end) != '\n') {
            end++;
        }
        in.look(end + 1);
        boolean closed =
                end + 1 < in.end()
                        && in.at(end) == stop
                        && in.at(end + 1) == (section > 0 ? ']' : '/');
        quoted = true;
        return (closed && end > start) ? value(start, end) : (section == 0 && nested(from));
    }

    /** The element of the value behind that of the name, or in it: {@code <value>...</value>}. */
    boolean nested(int from) {
        notation = Notation.ELEMENT;
        int at = from;
        int highest = Math.min(in.end(), from + Passage.MAX_GAP);
        while (at < highest && in.at(at) <= ' ' && in.at(at) >= 0) {
            at++;
        }
        in.look(at);
        if (at >= in.end()
                || in.at(at) != '<'
                || !(in.matches(at + 1, "value") || in.matches(at + 1, "string"))) {
            return false;
        }
        int start = in.past(at, '>');
        return start < in.end() && in.at(start) != '<' && element(start);
    }

    /** Reads a string or the next word. */
    boolean next(int at, Notation how) {
        notation = how;
        return in.quoteLength(at) > 0 ? quotedValue(at) : bareValue(at);
    }

    private boolean quotedValue(int at) {
        int length = in.quoteLength(at);
        int quote = in.at(at + length - 1);
        boolean escapes = in.at(at) == '\\';
        int start = at + length;
        int highest = Math.min(in.end(), start + MAX_VALUE);
        int end = start;
        while (end < highest && in.at(end) != '\n') {
            if (in.at(end) == quote) {
                break;
            }
            if (in.at(end) == '\\') {
                if (escapes && end + 1 < highest && in.at(end + 1) == quote) {
                    break;
                }
                end++;
            }
            end++;
        }
        in.look(end + 1);
        if (end >= highest || in.at(end) == '\n') {
            return false;
        }
        quoted = true;
        return value(start, end);
    }

    private boolean bareValue(int from) {
        int start = from + scheme(from, in.end());
        in.look(start + 1);
        if (start + 1 < in.end() && in.at(start) == '$' && in.at(start + 1) == '{') {
            int close = start;
            int bound = Math.min(in.end(), start + MAX_VALUE);
            while (close < bound && in.at(close) != '}' && in.at(close) != '\n') {
                close++;
            }
            in.look(close);
            return close < bound && in.at(close) == '}' && value(start, close + 1);
        }
        int highest = Math.min(in.end(), start + MAX_VALUE);
        int end = start;
        while (end < highest && !endsBare(in.at(end))) {
            end = opensVariable(end, highest) ? closing(end, highest) : end + 1;
        }
        in.look(end);
        if (end == highest && end < in.end()) {
            return false;
        }
        if (end < in.end() && (in.at(end) == '(' || in.at(end) == '[')) {
            // A call or an element of a list.
            return false;
        }
        int rest = end + in.blanks(end);
        int next = rest < in.end() ? in.at(rest) : '\n';
        moreWords = rest > end && ",;#\\/\n\r)]}|&>".indexOf(next) < 0;
        // Punctuation of the sentence or call, not of the value; an ellipsis says that more
        // follows.
        boolean cut = end - start > 3 && in.matches(end - 3, "...");
        while (!cut && end > start && (in.at(end - 1) == '.' || in.at(end - 1) == ':')) {
            end--;
        }
        inText = valueStartsAtName(start) && end > start && isInString();
        return value(start, end);
    }

    /** Tells whether one sign alone joins name and value. */
    private boolean valueStartsAtName(int start) {
        return start == nameEnd + 1 && (notation == Notation.EQUALS || notation == Notation.COLON);
    }

    /** Tells whether a {@code ${...}} begins here: what is in it does not end the value. */
    private boolean opensVariable(int at, int highest) {
        return in.at(at) == '$' && at + 1 < highest && in.at(at + 1) == '{';
    }

    /** After the brace that closes the variable; after the dollar sign if none does on the line. */
    private int closing(int at, int highest) {
        int close = at;
        while (close < highest && in.at(close) != '}' && in.at(close) != '\n') {
            close++;
        }
        in.look(close);
        return close < highest && in.at(close) == '}' ? close + 1 : at + 1;
    }

    /**
     * Tells whether a string of the code is open where the name stands, so that what is written
     * there is text and no expression: {@code "user=app password=..."}.
     */
    private boolean isInString() {
        int lowest = Math.max(in.start(), nameStart - MAX_STRING);
        int at = nameStart;
        while (at > lowest && in.at(at - 1) != '\n') {
            at--;
        }
        in.lookBack(at - 1);
        int open = 0;
        for (; at < nameStart; at++) {
            int b = in.at(at);
            if (b == '\\') {
                at++;
            } else if (open == 0 && Passage.isQuote(b)) {
                open = b;
            } else if (b == open) {
                open = 0;
            }
        }
        return open != 0;
    }

    private boolean value(int start, int end) {
        valueStart = start;
        valueEnd = end;
        int inner = quoted && end > start ? in.quoteLength(start) : 0;
        if (inner > 0 && end - start > 2 * inner && in.at(end - 1) == in.at(start + inner - 1)) {
            valueStart = start + inner; // a literal of the code that is written
            valueEnd = end - inner;
        }
        int scheme = scheme(valueStart, valueEnd);
        valueStart += scheme;
        int fallback = fallback(start, end);
        if (fallback > 0) {
            valueStart = fallback;
            valueEnd = end - 1;
        }
        return valueEnd > valueStart;
    }

    /** Bytes of the word before a token in a header: {@code Bearer ...}, {@code Token ...}. */
    private int scheme(int start, int end) {
        for (String word : SCHEMES) {
            if (end - start > word.length() && in.matches(start, word)) {
                return word.length();
            }
        }
        return 0;
    }

    /**
     * Where the value starts that is taken when a variable is not set, or 0: {@code ${NAME:-value}}
     * of shells, {@code ${NAME:value}} and {@code ${some.name:value}} of Spring. {@code
     * ${vault:path}} has none.
     */
    private int fallback(int start, int end) {
        if (end - start < 4
                || in.at(start) != '$'
                || in.at(start + 1) != '{'
                || in.at(end - 1) != '}') {
            return 0;
        }
        int at = start + 2;
        boolean named = in.at(at) >= 'A' && in.at(at) <= 'Z';
        while (at < end && Passage.isNameByte(in.at(at)) && in.at(at) != '-') {
            named |= in.at(at) == '.' || in.at(at) == '_';
            at++;
        }
        if (at + 1 >= end || in.at(at) != ':') {
            return 0;
        }
        if (in.at(at + 1) == '-') {
            return at + 2;
        }
        return named ? at + 1 : 0;
    }

    /**
     * Where the first line of a block scalar of YAML starts, behind {@code >} or {@code |} and the
     * end of the line; 0 when there is none.
     */
    private int blockScalar(int start) {
        int at = start;
        if (at >= in.end() || (in.at(at) != '>' && in.at(at) != '|')) {
            return 0;
        }
        at++;
        while (at < in.end() && at - start < 3 && "+-0123456789".indexOf(in.at(at)) >= 0) {
            at++;
        }
        in.look(at + 1);
        if (at + 1 >= in.end() || in.at(at) != '\n') {
            return 0;
        }
        int line = at + 1 + in.blanks(at + 1);
        return line > at + 1 && line < in.end() && in.at(line) > ' ' ? line : 0;
    }

    /** Tells whether nothing but a comment follows the value on its line. */
    boolean endsLine() {
        int at = valueEnd + in.blanks(valueEnd);
        in.look(at);
        return at >= in.end() || in.at(at) == '\n' || in.at(at) == '\r' || in.at(at) == '#';
    }

    /** {@code name{"..."}} of C++. */
    boolean initialised(int at) {
        notation = Notation.EQUALS;
        return in.quoteLength(at) > 0 && quotedValue(at);
    }

    /** The neighbouring cell of a table: {@code | password | ... |}. */
    boolean cell(int from) {
        notation = Notation.COLON;
        int at = from + in.blanks(from);
        int mark = at < in.end() && in.at(at) == '`' ? 1 : 0;
        if (at == from || !bareValue(at + mark)) {
            return false;
        }
        int end = valueEnd + mark;
        int bar = end + in.blanks(end);
        in.look(bar);
        return bar < in.end() && in.at(bar) == '|';
    }

    private static boolean isCalleeByte(int b) {
        return (Passage.isNameByte(b) && b != '-') || b == ':' || b == '&' || b == '*';
    }

    private static boolean endsBare(int b) {
        return (b <= ' ' && b >= 0) || DELIMITERS.has(b);
    }
}
