package io.hushgate.core.context;

import io.hushgate.core.bytes.Signs;

/**
 * Reads {@code name = value} around a keyword that is a part of the name, in the notations of code,
 * YAML, JSON, TOML, INI, properties, XML, environment files, command lines and query strings. Looks
 * a bounded way back and forth and allocates nothing; the fields of the last assignment stay until
 * the next call. One per thread.
 *
 * <pre>
 *   spring.datasource.password: "..."       NAME  :   quoted
 *   --api-key=...    ?token=...&amp;           NAME  =   bare
 *   &lt;password&gt;...&lt;/password&gt;              NAME  &gt;   element
 *   setPassword("...")   header("X-Key", "...")   call
 *   - name: DB_PASSWORD, value: ...         pair
 * </pre>
 *
 * <p>Longer than a file should be: it is one grammar, whose branches share the fields of the place
 * they stand at.
 */
public final class AssignmentReader {
    /** How name and value are joined. */
    public enum Notation {
        /** {@code =}, {@code :=}, {@code =>} and their like. */
        EQUALS,
        /** {@code :} */
        COLON,
        /**
         * {@code ==}, {@code !=}: a comparison, which assigns nothing and still shows the value.
         */
        COMPARISON,
        /** An argument of a call or the second of a pair of strings. */
        ARGUMENT,
        /** The text of an XML element. */
        ELEMENT,
        /** The next word of a command line. */
        WORD,
        /** {@code name: X} and {@code value: Y} side by side. */
        NAME_VALUE
    }

    /** Most bytes of a name on each side of the keyword. */
    private static final int MAX_NAME = 64;

    /** Most blanks between the parts. */
    private static final int MAX_GAP = 40;

    /** Blanks between the items of a list. */
    private static final int MAX_LIST_GAP = 3;

    /** Most bytes of a block before its default. */
    private static final int MAX_BLOCK = 400;

    /** Most bytes of a value. */
    static final int MAX_VALUE = 512;

    private static final Signs TYPE_SIGNS = Signs.of("[]<>?&*|");
    private static final Signs DELIMITERS = Signs.of("\"'`,;<>&|()[]{}\\");

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private byte[] text = new byte[0];
    private int start;
    private int to;

    private int nameStart;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;
    private Notation notation = Notation.EQUALS;
    private boolean quoted;
    private boolean wrapped;
    private boolean moreWords;
    private boolean shortName;
    private int lookedFrom;
    private int lookedTo;

    /**
     * Reads the assignment to the name that the keyword {@code [wordStart, wordEnd)} is in, less
     * the signs at its ends that no name has: {@code pass=} looks for the name that ends in {@code
     * pass}.
     *
     * @param from where the text starts
     * @param textEnd where it ends
     * @return whether there is one with a value
     */
    public boolean read(byte[] bytes, int from, int textEnd, int wordStart, int wordEnd) {
        text = bytes;
        start = from;
        to = textEnd;
        int keywordStart = wordStart;
        int keywordEnd = wordEnd;
        while (keywordStart < keywordEnd && !isNameByte(text[keywordStart])) {
            keywordStart++;
        }
        while (keywordEnd > keywordStart && !isNameByte(text[keywordEnd - 1])) {
            keywordEnd--;
        }
        quoted = false;
        wrapped = false;
        moreWords = false;
        nameStart = keywordStart;
        nameEnd = keywordEnd;
        int first = keywordStart;
        int lowest = Math.max(from, keywordStart - MAX_NAME);
        while (first > lowest && isNameByte(text[first - 1])) {
            first--;
        }
        int end = keywordEnd;
        int highest = Math.min(to, keywordEnd + MAX_NAME);
        while (end < highest && isNameByte(text[end])) {
            end++;
        }
        shortName = end - first <= MAX_NAME;
        lookedFrom = first - 1;
        lookedTo = end + 1;
        if (end < to && isNameByte(text[end])) {
            return false;
        }
        while (end > keywordEnd && (text[end - 1] == '.' || text[end - 1] == '-')) {
            end--;
        }
        boolean option = text[first] == '-';
        while (first < keywordStart && (text[first] == '-' || text[first] == '.')) {
            first++;
        }
        nameStart = first;
        nameEnd = end;
        int before = first > from ? text[first - 1] : '\n';
        return joined(end, before, option);
    }

    /**
     * Offset of the first byte that was looked at; one before the text when it saw that nothing is
     * before. What {@link #read} answers, and all else, depends on {@code [lookedFrom, lookedTo)}
     * alone.
     */
    public int lookedFrom() {
        return lookedFrom;
    }

    /** Offset after the last byte that was looked at; the end of the text counts as one. */
    public int lookedTo() {
        return lookedTo;
    }

    private void look(int at) {
        if (at >= lookedTo) {
            lookedTo = at + 1;
        }
    }

    /**
     * Tells whether the name is so short that every keyword in it gives the same reading: the parts
     * of a longer one may lie beyond what is looked at from another.
     */
    public boolean isShortName() {
        return shortName;
    }

    /** Offset of the name. */
    public int nameStart() {
        return nameStart;
    }

    /** Offset after the name. */
    public int nameEnd() {
        return nameEnd;
    }

    /** Offset of the value, without its quote. */
    public int valueStart() {
        return valueStart;
    }

    /** Offset after the value. */
    public int valueEnd() {
        return valueEnd;
    }

    public Notation notation() {
        return notation;
    }

    /** Tells whether quotes delimit the value. */
    public boolean isQuoted() {
        return quoted;
    }

    /** Tells whether the value is the argument of a call, as in {@code encode("...")}. */
    public boolean isWrapped() {
        return wrapped;
    }

    /** Tells whether a bare value is followed by more on its line than punctuation or a comment. */
    public boolean hasMoreWords() {
        return moreWords;
    }

    /** A hash of all that was read, by which equal assignments are told (FNV-1a, 64 bits). */
    long hash(long seed) {
        long hash = FNV_OFFSET ^ seed;
        hash = hash(hash, nameStart, nameEnd);
        hash = (hash ^ '=') * FNV_PRIME;
        hash = hash(hash, valueStart, valueEnd);
        hash = (hash ^ notation.name().hashCode()) * FNV_PRIME;
        int flags = (quoted ? 1 : 0) | (wrapped ? 2 : 0) | (moreWords ? 4 : 0);
        return (hash ^ flags) * FNV_PRIME;
    }

    private long hash(long before, int start, int end) {
        long hash = before;
        for (int i = start; i < end; i++) {
            hash = (hash ^ (text[i] & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    private boolean joined(int afterName, int before, boolean option) {
        int at = afterName;
        int quote = quoteLength(at);
        boolean nameQuoted = quote > 0;
        at += quote;
        while (at < to && (text[at] == ']' || text[at] == ')') && at - afterName < 4) {
            at++;
        }
        int gap = blanks(at);
        look(at + gap + 1);
        int joint = at + gap < to ? text[at + gap] : 0;
        return switch (joint) {
            case '=' -> afterEquals(at + gap);
            case ':' -> before != '$' && afterColon(at + gap); // $PWD:/mnt uses the name
            case '!' -> at + gap + 1 < to && text[at + gap + 1] == '=' && compared(at + gap + 2);
            case '?', '+', '|' -> {
                int equals = at + gap + 1;
                while (equals < to && text[equals] == '|') {
                    equals++;
                }
                look(equals);
                yield equals < to && text[equals] == '=' && assigned(equals + 1, Notation.EQUALS);
            }
            case '-' ->
                    at + gap + 1 < to
                            && text[at + gap + 1] == '>'
                            && assigned(at + gap + 2, Notation.EQUALS);
            case '>' -> (before == '<' || nameQuoted) && element(at + gap + 1);
            case '<' ->
                    at + gap + 1 < to
                            && text[at + gap + 1] == '-'
                            && assigned(at + gap + 2, Notation.EQUALS);
            case '(' -> !nameQuoted && argument(at + gap + 1);
            case '{' -> nameQuoted && variable(at + gap + 1);
            case ',' -> (nameQuoted && !isListed() && argument(at + gap + 1)) || pair(at);
            case '\n', '\r' -> pair(at);
            default -> gap > 0 && ((nameQuoted && pair(at)) || word(at + gap, before, option));
        };
    }

    /** Tells whether a quoted name follows a comma, which makes it one of a list. */
    private boolean isListed() {
        int lowest = Math.max(start, nameStart - 1 - MAX_LIST_GAP);
        int at = nameStart - 1;
        while (at > lowest && text[at - 1] == ' ') {
            at--;
        }
        lookedFrom = Math.min(lookedFrom, at - 1);
        return at > lowest && text[at - 1] == ',';
    }

    private boolean afterEquals(int equals) {
        int at = equals + 1;
        look(at);
        if (at < to && (text[at] == '=' || text[at] == '~')) {
            return compared(at + 1);
        }
        if (at < to && text[at] == '>') {
            at++;
        }
        return assigned(at, Notation.EQUALS);
    }

    private boolean compared(int from) {
        int at = from;
        look(at);
        if (at < to && text[at] == '=') {
            at++;
        }
        return assigned(at, Notation.COMPARISON) && quoted;
    }

    private boolean afterColon(int colon) {
        int at = colon + 1;
        look(at);
        if (at < to && text[at] == '=') {
            return assigned(at + 1, Notation.EQUALS);
        }
        if (at < to && text[at] == ':') {
            return false;
        }
        int start = at + blanks(at);
        int block = blockScalar(start);
        if (block > 0) {
            notation = Notation.COLON;
            return bareValue(block);
        }
        // A type between name and value, as in: password: string = "..."
        int type = start;
        while (type < to && type - start < MAX_NAME && isTypeByte(text[type])) {
            type++;
        }
        int equals = type + blanks(type);
        look(equals + 1);
        boolean typed =
                type > start
                        && equals > type
                        && equals + 1 < to
                        && text[equals] == '='
                        && text[equals + 1] != '=';
        return typed ? assigned(equals + 1, Notation.EQUALS) : assigned(at, Notation.COLON);
    }

    /**
     * Where the first line of a block scalar of YAML starts, behind {@code >} or {@code |} and the
     * end of the line; 0 when there is none.
     */
    private int blockScalar(int start) {
        int at = start;
        if (at >= to || (text[at] != '>' && text[at] != '|')) {
            return 0;
        }
        at++;
        while (at < to && at - start < 3 && "+-0123456789".indexOf(text[at]) >= 0) {
            at++;
        }
        look(at + 1);
        if (at + 1 >= to || text[at] != '\n') {
            return 0;
        }
        int line = at + 1 + blanks(at + 1);
        return line > at + 1 && line < to && text[line] > ' ' ? line : 0;
    }

    private boolean assigned(int from, Notation how) {
        notation = how;
        int at = from + blanks(from);
        if (at >= to) {
            return false;
        }
        int prefix = stringPrefix(at);
        if (quoteLength(at + prefix) > 0) {
            return quotedValue(at + prefix);
        }
        return wrappedValue(at) || bareValue(at);
    }

    /** {@code call("...")}: takes the literal when it is the only argument. */
    private boolean wrappedValue(int from) {
        int at = from;
        look(at + 4);
        if (at + 4 < to
                && text[at] == 'n'
                && text[at + 1] == 'e'
                && text[at + 2] == 'w'
                && text[at + 3] == ' ') {
            at += 4;
        }
        int start = at;
        while (at < to && at - start < MAX_NAME && isCalleeByte(text[at])) {
            at++;
        }
        look(at);
        if (at == start || at >= to || text[at] != '(' || asks(start, at)) {
            return false;
        }
        at += 1 + blanks(at + 1);
        at += stringPrefix(at);
        if (quoteLength(at) == 0 || !quotedValue(at)) {
            return false;
        }
        wrapped = true;
        return true;
    }

    /** Tells whether a callee fetches a value by the name it is given. */
    private boolean asks(int start, int end) {
        for (int i = start; i < end; i++) {
            int b = text[i] | 0x20;
            if ((b == 'e' && matches(i, "env"))
                    || (b == 'g' && matches(i, "get"))
                    || (b == 'p' && (matches(i, "param") || matches(i, "prompt")))
                    || (b == 'l' && matches(i, "lookup"))
                    || (b == 'f' && (matches(i, "find") || matches(i, "fetch")))
                    || (b == 'q' && matches(i, "query"))
                    || (b == 'i' && matches(i, "input"))
                    || (b == 'r' && (matches(i, "require") || matches(i, "read")))
                    || (b == 's' && matches(i, "sprintf"))
                    || (b == 'e' && matches(i, "error"))) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int at, String lowerCase) {
        look(at + lowerCase.length() - 1);
        if (at + lowerCase.length() > to) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((text[at + i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean argument(int from) {
        notation = Notation.ARGUMENT;
        int at = from + blanks(from);
        at += stringPrefix(at);
        return quoteLength(at) > 0 && quotedValue(at);
    }

    private boolean element(int from) {
        notation = Notation.ELEMENT;
        int end = from;
        int highest = Math.min(to, from + MAX_VALUE);
        while (end < highest && text[end] != '<' && text[end] != '\n') {
            end++;
        }
        look(end + 1);
        boolean closed = end + 1 < to && text[end] == '<' && text[end + 1] == '/';
        quoted = true;
        return closed && value(from, end);
    }

    /** The next word of a command line, after an option or a word that takes a password. */
    private boolean word(int at, int before, boolean option) {
        notation = Notation.WORD;
        if (!option && before != '\n') {
            return false;
        }
        return quoteLength(at) > 0 ? quotedValue(at) : bareValue(at);
    }

    /** {@code name: X} and behind it {@code value: Y}, the name being a value itself. */
    private boolean pair(int from) {
        notation = Notation.NAME_VALUE;
        int at = from;
        int highest = Math.min(to, from + MAX_GAP);
        while (at < highest && isPairGap(text[at])) {
            at++;
        }
        look(at);
        if (!matches(at, "value")) {
            return false;
        }
        at += "value".length();
        at += quoteLength(at);
        at += blanks(at);
        if (at >= to || (text[at] != ':' && text[at] != '=')) {
            return false;
        }
        at += 1 + blanks(at + 1);
        return quoteLength(at) > 0 ? quotedValue(at) : bareValue(at);
    }

    /** {@code variable "x" { default = "..." }} of Terraform and its like. */
    private boolean variable(int from) {
        notation = Notation.NAME_VALUE;
        int highest = Math.min(to, from + MAX_BLOCK);
        for (int at = from; at < highest && text[at] != '}'; at++) {
            look(at + 1);
            boolean starts = text[at] == 'd' && text[at - 1] <= ' ' && matches(at, "default");
            if (starts) {
                int equals = at + "default".length();
                equals += blanks(equals);
                return equals < to
                        && text[equals] == '='
                        && quoteLength(equals + 1 + blanks(equals + 1)) > 0
                        && quotedValue(equals + 1 + blanks(equals + 1));
            }
        }
        return false;
    }

    private boolean quotedValue(int at) {
        int length = quoteLength(at);
        int quote = text[at + length - 1];
        boolean escapes = text[at] == '\\';
        int start = at + length;
        int highest = Math.min(to, start + MAX_VALUE);
        int end = start;
        while (end < highest && text[end] != '\n') {
            if (text[end] == quote) {
                break;
            }
            if (text[end] == '\\') {
                if (escapes && end + 1 < highest && text[end + 1] == quote) {
                    break;
                }
                end++;
            }
            end++;
        }
        look(end + 1);
        if (end >= highest || text[end] == '\n') {
            return false;
        }
        quoted = true;
        return value(start, end);
    }

    private boolean bareValue(int start) {
        look(start + 1);
        if (start + 1 < to && text[start] == '$' && text[start + 1] == '{') {
            int close = start;
            int bound = Math.min(to, start + MAX_VALUE);
            while (close < bound && text[close] != '}' && text[close] != '\n') {
                close++;
            }
            look(close);
            return close < bound && text[close] == '}' && value(start, close + 1);
        }
        int highest = Math.min(to, start + MAX_VALUE);
        int end = start;
        while (end < highest && !endsBare(text[end])) {
            end = opensVariable(end, highest) ? closing(end, highest) : end + 1;
        }
        look(end);
        if (end == highest && end < to) {
            return false;
        }
        if (end < to && (text[end] == '(' || text[end] == '[')) {
            // A call or an element of a list.
            return false;
        }
        int rest = end + blanks(end);
        int next = rest < to ? text[rest] : '\n';
        moreWords = rest > end && ",;#\\/\n\r)]}|&>".indexOf(next) < 0;
        // Punctuation of the sentence or call, not of the value; an ellipsis says that more
        // follows.
        boolean cut = end - start > 3 && matches(end - 3, "...");
        while (!cut && end > start && (text[end - 1] == '.' || text[end - 1] == ':')) {
            end--;
        }
        return value(start, end);
    }

    /** Tells whether a {@code ${...}} begins here: what is in it does not end the value. */
    private boolean opensVariable(int at, int highest) {
        return text[at] == '$' && at + 1 < highest && text[at + 1] == '{';
    }

    /** After the brace that closes the variable; after the dollar sign if none does on the line. */
    private int closing(int at, int highest) {
        int close = at;
        while (close < highest && text[close] != '}' && text[close] != '\n') {
            close++;
        }
        look(close);
        return close < highest && text[close] == '}' ? close + 1 : at + 1;
    }

    private boolean value(int start, int end) {
        valueStart = start;
        valueEnd = end;
        int fallback = fallback(start, end);
        if (fallback > 0) {
            valueStart = fallback;
            valueEnd = end - 1;
        }
        return valueEnd > valueStart;
    }

    /**
     * Where the value starts that is taken when a variable is not set, or 0: {@code ${NAME:-value}}
     * of shells, {@code ${NAME:value}} and {@code ${some.name:value}} of Spring. {@code
     * ${vault:path}} has none.
     */
    private int fallback(int start, int end) {
        if (end - start < 4
                || text[start] != '$'
                || text[start + 1] != '{'
                || text[end - 1] != '}') {
            return 0;
        }
        int at = start + 2;
        boolean named = text[at] >= 'A' && text[at] <= 'Z';
        while (at < end && isNameByte(text[at]) && text[at] != '-') {
            named |= text[at] == '.' || text[at] == '_';
            at++;
        }
        if (at + 1 >= end || text[at] != ':') {
            return 0;
        }
        if (text[at + 1] == '-') {
            return at + 2;
        }
        return named ? at + 1 : 0;
    }

    private int blanks(int at) {
        int highest = Math.min(to, at + MAX_GAP);
        int end = at;
        while (end < highest && (text[end] == ' ' || text[end] == '\t')) {
            end++;
        }
        look(end);
        return Math.max(0, end - at);
    }

    /** Bytes of the quote at {@code at}: 2 when a backslash stands before it, 0 for none. */
    private int quoteLength(int at) {
        look(at + 1);
        if (at >= to) {
            return 0;
        }
        int b = text[at];
        if (b == '"' || b == '\'' || b == '`') {
            return 1;
        }
        boolean escaped = b == '\\' && at + 1 < to && (text[at + 1] == '"' || text[at + 1] == '\'');
        return escaped ? 2 : 0;
    }

    /** Letters that mark a kind of string: {@code b"..."}, {@code @"..."}. */
    private int stringPrefix(int at) {
        look(at + 1);
        if (at + 1 >= to) {
            return 0;
        }
        boolean marks = "bBuUrR@LN".indexOf(text[at]) >= 0;
        return marks && quoteLength(at + 1) == 1 ? 1 : 0;
    }

    private static boolean isNameByte(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '_'
                || b == '-'
                || b == '.';
    }

    private static boolean isTypeByte(int b) {
        return (isNameByte(b) && b != '-') || TYPE_SIGNS.has(b);
    }

    private static boolean isCalleeByte(int b) {
        return (isNameByte(b) && b != '-') || b == ':' || b == '&' || b == '*';
    }

    private static boolean isPairGap(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == ',' || b == '"' || b == '\'';
    }

    private static boolean endsBare(int b) {
        return (b <= ' ' && b >= 0) || DELIMITERS.has(b);
    }
}
