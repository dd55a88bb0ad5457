package io.hushgate.core.context;

import io.hushgate.core.bytes.Signs;
import io.hushgate.core.bytes.Words;
import java.util.List;

/**
 * Reads {@code name = value} around a keyword that is a part of the name, in the notations of code,
 * YAML, JSON, TOML, INI, properties, XML, environment files, command lines and query strings. Looks
 * a bounded way back and forth and allocates nothing; the fields of the last assignment stay until
 * the next call. One per thread. Long, since each notation is a few lines that move the same
 * borders of a name; values are read by {@link ValueReader}.
 *
 * <pre>
 *   spring.datasource.password: "..."       NAME  :   quoted
 *   --api-key=...    ?token=...&amp;           NAME  =   bare
 *   &lt;password&gt;...&lt;/password&gt;              NAME  &gt;   element
 *   setPassword("...")   header("X-Key", "...")   call
 *   - name: DB_PASSWORD, value: ...         pair
 *   ENV DB_PASSWORD ...   password '...'   word
 *   process.env.SECRET || "..."            fallback
 * </pre>
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
        /** The next word of a command line or directive, or the next string of a statement. */
        WORD,
        /** {@code name: X} and {@code value: Y} side by side. */
        NAME_VALUE
    }

    /** Blanks between the items of a list. */
    private static final int MAX_LIST_GAP = 3;

    /** Most bytes of the length of an array. */
    private static final int MAX_LENGTH_NAME = 24;

    private static final Signs TYPE_SIGNS = Signs.of("[]<>?&*|");

    private static final Signs CLOSING = Signs.of("])*`}");

    /** What joins name and value in a sentence, longer ones first. */
    private static final List<String> VERBS = List.of("is: ", "is ", "changed to ", "set to ");

    private static final int SETTING_LENGTH = 8;

    /** What stands before a name whose value is the next word. */
    private static final Words SETTING =
            Words.ignoringCase("ENV", "set", "setenv", "setx", "export", "-gx", "-x", "set-env");

    /** What is done to a value and not to a name. */
    private static final Words TRYING =
            Words.ignoringCase(
                    "hash", "check", "verify", "compare", "validate", "encrypt", "error");

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Passage in = new Passage();
    private final ValueReader value = new ValueReader(in);
    private final PairReader pairs = new PairReader(in, value);
    private final TableReader table = new TableReader(in);
    private int nameStart;
    private int nameEnd;
    private boolean option;
    private boolean shortName;
    private boolean inTable;

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
        in.turn(bytes, from, textEnd);
        int keywordStart = wordStart;
        int keywordEnd = wordEnd;
        while (keywordStart < keywordEnd && !Passage.isNameByte(in.at(keywordStart))) {
            keywordStart++;
        }
        while (keywordEnd > keywordStart && !Passage.isNameByte(in.at(keywordEnd - 1))) {
            keywordEnd--;
        }
        nameStart = keywordStart;
        nameEnd = keywordEnd;
        int first = keywordStart;
        int lowest = Math.max(from, keywordStart - Passage.MAX_NAME);
        while (first > lowest && Passage.isNameByte(in.at(first - 1))) {
            first--;
        }
        int end = keywordEnd;
        int highest = Math.min(in.end(), keywordEnd + Passage.MAX_NAME);
        while (end < highest && (Passage.isNameByte(in.at(end)) || in.at(end) < 0)) {
            end++; // letters of other alphabets are parts of words, too
        }
        shortName = end - first <= Passage.MAX_NAME;
        in.begin(first - 1, end + 1);
        if (end < in.end() && Passage.isNameByte(in.at(end))) {
            return false;
        }
        while (end > keywordEnd && (in.at(end - 1) == '.' || in.at(end - 1) == '-')) {
            end--;
        }
        option = in.at(first) == '-';
        while (first < keywordStart && (in.at(first) == '-' || in.at(first) == '.')) {
            first++;
        }
        nameStart = first;
        nameEnd = end;
        value.begin(first, end);
        int before = first > from ? in.at(first - 1) : '\n';
        inTable = table.begin(first, end);
        if (nextRow()) {
            return true;
        }
        inTable = false;
        return joined(end, before) && !isExpression(before) && !isFilter(before);
    }

    /** A filter of LDAP, which asks for a value: {@code (password=A*)}. */
    private boolean isFilter(int before) {
        in.look(value.end());
        return before == '('
                && value.notation() == Notation.EQUALS
                && !value.isQuoted()
                && value.end() < in.end()
                && in.at(value.end()) == ')';
    }

    /**
     * Goes on to the same column of the next row when the name is the head of one.
     *
     * @return whether there is a further value
     */
    public boolean nextRow() {
        if (!inTable || !table.next()) {
            return false;
        }
        value.begin(nameStart, nameEnd);
        return value.delimited(table.start(), table.end());
    }

    /** Tells whether the name is the head of a column. */
    public boolean isTable() {
        return inTable;
    }

    /** Tells whether the name is the head of a column in text that is no statement. */
    boolean isInPlainTable() {
        return inTable && !table.isInsert();
    }

    /**
     * Tells whether several bare words are given to a variable of a template or shell that quotes
     * its text: {@code $password := coalesce .bind .root}, {@code $password = Get-Secret db}.
     */
    private boolean isExpression(int before) {
        return before == '$'
                && value.notation() == Notation.EQUALS
                && !value.isQuoted()
                && value.hasMoreWords();
    }

    /**
     * Offset of the first byte that was looked at; one before the text when it saw that nothing is
     * before. What {@link #read} answers, and all else, depends on {@code [lookedFrom, lookedTo)}
     * alone.
     */
    public int lookedFrom() {
        return in.lookedFrom();
    }

    /** Offset after the last byte that was looked at; the end of the text counts as one. */
    public int lookedTo() {
        return in.lookedTo();
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
        return value.start();
    }

    /** Offset after the value. */
    public int valueEnd() {
        return value.end();
    }

    public Notation notation() {
        return value.notation();
    }

    /** Tells whether quotes delimit the value. */
    public boolean isQuoted() {
        return value.isQuoted();
    }

    /** Tells whether the value is the argument of a call, as in {@code encode("...")}. */
    public boolean isWrapped() {
        return value.isWrapped();
    }

    /** Tells whether a bare value is followed by more on its line than punctuation or a comment. */
    public boolean hasMoreWords() {
        return value.hasMoreWords();
    }

    /**
     * Tells whether a bare value is text even in code: behind an option of a command line, or
     * within a string.
     */
    boolean isText() {
        return option || value.isInText();
    }

    /** A hash of all that was read, by which equal assignments are told (FNV-1a, 64 bits). */
    long hash(long seed) {
        long hash = FNV_OFFSET ^ seed;
        hash = hash(hash, nameStart, nameEnd);
        hash = (hash ^ '=') * FNV_PRIME;
        hash = hash(hash, value.start(), value.end());
        hash = (hash ^ value.notation().name().hashCode()) * FNV_PRIME;
        int flags =
                (value.isQuoted() ? 1 : 0)
                        | (value.isWrapped() ? 2 : 0)
                        | (value.hasMoreWords() ? 4 : 0)
                        | (isText() ? 8 : 0);
        return (hash ^ flags) * FNV_PRIME;
    }

    private long hash(long before, int start, int end) {
        long hash = before;
        for (int i = start; i < end; i++) {
            hash = (hash ^ (in.at(i) & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    private boolean joined(int afterName, int before) {
        int at = afterName;
        int quote = in.quoteLength(at);
        boolean nameQuoted = quote > 0;
        at += quote;
        boolean argument = nameQuoted && at < in.end() && in.at(at) == ')';
        while (at < in.end() && CLOSING.has(in.at(at)) && at - afterName < 4) {
            at++;
        }
        at = afterLength(at);
        int gap = in.blanks(at);
        in.look(at + gap + 1);
        int joint = at + gap < in.end() ? in.at(at + gap) : 0;
        return switch (joint) {
            case '=' -> !(argument && in.matches(at + gap, "=>")) && afterEquals(at + gap);
            case ':' -> !isInPath(before, nameQuoted, at + gap) && afterColon(at + gap, before);
            case '!' ->
                    at + gap + 1 < in.end() && in.at(at + gap + 1) == '=' && compared(at + gap + 2);
            case '?', '+', '|' -> {
                int equals = at + gap + 1;
                while (equals < in.end() && in.at(equals) == '|') {
                    equals++;
                }
                in.look(equals);
                int sign = equals < in.end() ? in.at(equals) : 0;
                yield switch (sign) {
                    case '=' -> value.assigned(equals + 1, Notation.EQUALS);
                    case ':' -> joint == '?' && afterColon(equals, before);
                    default -> joint == '|' && value.cell(at + gap + 1);
                };
            }
            case '-' ->
                    at + gap + 1 < in.end()
                            && in.at(at + gap + 1) == '>'
                            && value.assigned(at + gap + 2, Notation.EQUALS);
            case '>' ->
                    (before == '<' || before == ':' || nameQuoted) && value.element(at + gap + 1);
            case '<' -> afterLess(at + gap + 1);
            case '(' -> !nameQuoted && value.argument(at + gap + 1);
            case '{' ->
                    nameQuoted
                            ? pairs.within(at + gap + 1)
                            : value.initialised(at + gap + 1) || (gap > 0 && typed(at + gap));
            case ',' ->
                    pairs.beside(nameStart, at)
                            || (nameQuoted
                                    ? inList(at + gap + 1)
                                    : (before == ':' || before == '{')
                                            && value.argument(at + gap + 1));
            case '\n', '\r' -> option ? pairs.nextItem(at) : pairs.beside(nameStart, at);
            default -> gap > 0 && afterBlank(at, at + gap, nameQuoted, before);
        };
    }

    /**
     * Tells whether a colon separates what is no name from what is no value: {@code $PWD:/mnt},
     * {@code urn:oauth:2.0}, and the hash or version of a file in {@code "test/password.c":"..."}.
     */
    private boolean isInPath(int before, boolean nameQuoted, int colon) {
        boolean tight = colon + 1 < in.end() && in.at(colon + 1) > ' ';
        return before == '$' || (before == ':' && tight) || (before == '/' && tight && nameQuoted);
    }

    /** Passes over the length of an array of C: {@code name[32]}, {@code name[]}. */
    private int afterLength(int at) {
        if (at >= in.end() || in.at(at) != '[') {
            return at;
        }
        int close = at + 1;
        while (close < in.end()
                && close - at < MAX_LENGTH_NAME
                && Passage.isNameByte(in.at(close))) {
            close++;
        }
        in.look(close);
        return close < in.end() && in.at(close) == ']' ? close + 1 : at;
    }

    /** What may stand between name and value when nothing but blanks joins them. */
    private boolean afterBlank(int afterName, int at, boolean nameQuoted, int before) {
        if (nameQuoted) {
            return pairs.beside(nameStart, afterName) || attributes(at);
        }
        return typed(at) || told(at) || word(at, before);
    }

    /** {@code <-} of R; {@code <key>password</key>} before the element of the value. */
    private boolean afterLess(int from) {
        in.look(from);
        if (from < in.end() && in.at(from) == '-') {
            return value.assigned(from + 1, Notation.EQUALS);
        }
        return (in.matches(from, "/key>") || in.matches(from, "/name>"))
                && value.nested(in.past(from, '>'));
    }

    /** {@code password string = "..."} of Go, {@code Password As String = "..."} of Basic. */
    private boolean typed(int from) {
        int at = from;
        if (in.matches(at, "as ")) {
            at += 3;
        } else if (in.matches(at, "{ get;")) {
            at = in.past(at, '}');
        }
        while (at < in.end() && at - from < Passage.MAX_NAME && isTypeByte(in.at(at))) {
            at++;
        }
        in.look(at);
        if (at > from && at < in.end() && in.at(at) == '(') {
            at = in.past(at, ')'); // the length of a column's type
        }
        int equals = at + in.blanks(at);
        in.look(equals + 1);
        return at > from
                && equals + 1 < in.end()
                && in.at(equals) == '='
                && in.at(equals + 1) != '='
                && value.assigned(equals + 1, Notation.EQUALS)
                && value.isQuoted();
    }

    /** {@code the password is ...}, {@code password changed to ...} */
    private boolean told(int at) {
        for (String verb : VERBS) {
            if (in.matches(at, verb)) {
                int behind = at + verb.length();
                behind += behind < in.end() && in.at(behind - 1) == ':' ? in.blanks(behind) : 0;
                return !in.matches(behind, "not ")
                        && value.assigned(behind, Notation.COLON)
                        && !value.hasMoreWords()
                        && (value.isQuoted() || !isWord(value.start(), value.end()));
            }
        }
        return false;
    }

    /** Tells whether small letters alone stand there, as in {@code the password is wrong}. */
    private boolean isWord(int from, int to) {
        int at = from;
        while (at < to && ((in.at(at) >= 'a' && in.at(at) <= 'z') || in.at(at) < 0)) {
            at++;
        }
        return at == to;
    }

    /**
     * A quoted name and behind it a quoted value; in a longer list only one that is itself quoted,
     * as in {@code buildConfigField("String", "KEY", "\"...\"")}.
     */
    private boolean inList(int at) {
        if (nameStart > in.start() && in.at(nameStart - 1) == ' ') {
            return false; // the end of a sentence
        }
        int before = beforeName();
        if (before != ',' || option) {
            return before != ':' && !isTried() && value.argument(at);
        }
        int quote = at + in.blanks(at);
        boolean code = in.quoteLength(quote) == 1 && in.quoteLength(quote + 1) > 0;
        return code && value.argument(at);
    }

    /** The sign before a quoted name: a comma makes it one of a list, a colon a value itself. */
    private int beforeName() {
        int lowest = Math.max(in.start(), nameStart - 1 - MAX_LIST_GAP);
        int at = nameStart - 1;
        while (at > lowest && in.at(at - 1) == ' ') {
            at--;
        }
        in.lookBack(at - 1);
        return at > lowest ? in.at(at - 1) : 0;
    }

    /**
     * Tells whether the string is a value that a call hashes or tries, and no name: {@code
     * hashPassword("password", "salt")}.
     */
    private boolean isTried() {
        int lowest = Math.max(in.start(), nameStart - Passage.MAX_GAP);
        int open = nameStart - 2;
        in.lookBack(lowest - 1);
        if (open < lowest || in.at(open) != '(') {
            return false;
        }
        int callee = open;
        while (callee > lowest && Passage.isNameByte(in.at(callee - 1))) {
            callee--;
        }
        return TRYING.isPartOf(in.slice(callee, open));
    }

    private boolean afterEquals(int equals) {
        int at = equals + 1;
        in.look(at);
        if (at < in.end() && (in.at(at) == '=' || in.at(at) == '~')) {
            return compared(at + 1);
        }
        if (at < in.end() && in.at(at) == '>') {
            at++;
        }
        return value.assigned(at, Notation.EQUALS);
    }

    private boolean compared(int from) {
        int at = from;
        in.look(at);
        if (at < in.end() && in.at(at) == '=') {
            at++;
        }
        return value.assigned(at, Notation.COMPARISON) && value.isQuoted();
    }

    private boolean afterColon(int colon, int before) {
        int at = colon + 1;
        in.look(at);
        if (at < in.end() && in.at(at) == '=') {
            return value.assigned(at + 1, Notation.EQUALS);
        }
        if (at < in.end() && (in.at(at) == ':' || in.matches(at, "//"))) {
            return false; // a part of a name, or the scheme of an address
        }
        if (before == '{' && at < in.end() && "-?+".indexOf(in.at(at)) >= 0) {
            return in.at(at) == '-' && value.assigned(at + 1, Notation.EQUALS);
        }
        if (before == '*' && in.matches(at, "**")) {
            at += "**".length(); // **Password:** ...
        }
        int start = at + in.blanks(at);
        if (start < in.end() && in.at(start) == '{') {
            return pairs.within(start + 1);
        }
        // A type between name and value, as in: password: string = "..."
        int type = start;
        if (in.matches(type, "&'static ")) {
            type += "&'static ".length();
        }
        while (type < in.end() && type - start < Passage.MAX_NAME && isTypeByte(in.at(type))) {
            type++;
        }
        int equals = type + in.blanks(type);
        in.look(equals + 1);
        boolean typed =
                type > start
                        && equals > type
                        && equals + 1 < in.end()
                        && in.at(equals) == '='
                        && in.at(equals + 1) != '=';
        return typed
                ? value.assigned(equals + 1, Notation.EQUALS)
                : value.assigned(at, Notation.COLON);
    }

    /** Further attributes of an element whose text is the value. */
    private boolean attributes(int from) {
        int close = in.past(from, '>');
        return close > from && close < in.end() && in.at(close - 2) != '/' && value.nested(close);
    }

    /**
     * The next word of a command line or directive, or the next string: {@code --password x},
     * {@code ENV PASSWORD x}, {@code requirepass x}, {@code storePassword 'x'}.
     */
    private boolean word(int at, int before) {
        int string = at + in.stringPrefix(at);
        if (in.quoteLength(string) > 0) {
            return before != '$' && value.next(string, Notation.WORD);
        }
        if (option) {
            return value.next(at, Notation.WORD);
        }
        return (before == '\n' || isDirective())
                && value.next(at, Notation.WORD)
                && value.endsLine();
    }

    /** Tells whether a name opens its line, or follows a word that sets what it names. */
    private boolean isDirective() {
        int lowest = Math.max(in.start(), nameStart - Passage.MAX_GAP);
        int at = nameStart;
        while (at > lowest && (in.at(at - 1) == ' ' || in.at(at - 1) == '\t')) {
            at--;
        }
        in.lookBack(at - SETTING_LENGTH - 1);
        if (at == in.start() || in.at(at - 1) == '\n') {
            return true;
        }
        int word = at;
        while (word > in.start() && at - word < SETTING_LENGTH && in.at(word - 1) > ' ') {
            word--;
        }
        return at < nameStart && SETTING.isAllOf(in.slice(word, at));
    }

    private static boolean isTypeByte(int b) {
        return (Passage.isNameByte(b) && b != '-') || TYPE_SIGNS.has(b);
    }
}
