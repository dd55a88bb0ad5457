package io.hushgate.core.pattern;

import io.hushgate.core.pattern.Node.After;
import io.hushgate.core.pattern.Node.Before;
import io.hushgate.core.pattern.Node.Bytes;
import io.hushgate.core.pattern.Node.Choice;
import io.hushgate.core.pattern.Node.Repeat;
import io.hushgate.core.pattern.Node.SecretGroup;
import io.hushgate.core.pattern.Node.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the syntax that the package documents, by recursive descent. */
final class Parser {
    /** Deeper groups are nobody's honest pattern; the bound keeps the stack small. */
    private static final int MAX_DEPTH = 64;

    private static final int MAX_COUNT = 4096;
    private static final int NOTHING = -1;

    private final String text;
    private int at;
    private int depth;
    private int secretGroups;
    private boolean ignoresCase;

    private Parser(String text, boolean ignoresCase) {
        this.text = text;
        this.ignoresCase = ignoresCase;
    }

    /**
     * Reads a whole pattern.
     *
     * @param needsSecret whether there has to be a secret group
     */
    static Node parse(String text, boolean ignoresCase, boolean needsSecret) {
        Parser parser = new Parser(text, ignoresCase);
        Node node = parser.choice();
        if (parser.peek() != NOTHING) {
            throw parser.problem("')' closes nothing; escape it as \\)");
        }
        if (needsSecret && parser.secretGroups == 0) {
            throw parser.problem("no group (?<secret>...) says what the credential is");
        }
        return node;
    }

    private Node choice() {
        List<Node> branches = new ArrayList<>();
        branches.add(sequence());
        while (take('|')) {
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.getFirst() : new Choice(List.copyOf(branches));
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (peek() != NOTHING && peek() != '|' && peek() != ')') {
            parts.add(repeated());
        }
        return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
    }

    private Node repeated() {
        int start = at;
        Node node = atom();
        while (true) {
            Node repeat;
            if (take('?')) {
                repeat = new Repeat(node, 0, 1);
            } else if (take('*')) {
                repeat = new Repeat(node, 0, Node.UNBOUNDED);
            } else if (take('+')) {
                repeat = new Repeat(node, 1, Node.UNBOUNDED);
            } else if (peek() == '{') {
                repeat = counted(node);
            } else {
                return node;
            }
            if (peek() == '?' || peek() == '+') {
                throw problem("reluctant and possessive repeats are not supported; leave '%c' out");
            }
            if (node.maxLength() == 0) {
                throw new PatternProblem(start, "what matches no byte cannot be repeated");
            }
            node = repeat;
        }
    }

    private Node counted(Node body) {
        int start = at++;
        int least = number();
        int most = least;
        if (take(',')) {
            most = peek() == '}' ? Node.UNBOUNDED : number();
        }
        if (!take('}')) {
            throw new PatternProblem(start, "a count is written {3}, {2,5} or {2,}");
        }
        boolean tooMany = most != Node.UNBOUNDED && most > MAX_COUNT;
        if (least > MAX_COUNT || tooMany || most < least || most == 0) {
            throw new PatternProblem(start, "counts go up, from 0 to " + MAX_COUNT);
        }
        return new Repeat(body, least, most);
    }

    private int number() {
        int start = at;
        int value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.min(value * 10 + (next() - '0'), MAX_COUNT + 1);
        }
        if (at == start) {
            throw problem("a number is missing; a literal brace is written \\{");
        }
        return value;
    }

    private Node atom() {
        int c = peek();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Bytes(cased(set()));
            case '.' -> {
                at++;
                yield new Bytes(ByteSet.LINE_FEED.complement());
            }
            case '^' -> {
                at++;
                yield new Before(ByteSet.LINE_FEED, true);
            }
            case '$' -> {
                at++;
                yield new After(ByteSet.LINE_END, true);
            }
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw problem("'%c' repeats nothing; escape it as \\%<c");
            default -> literal();
        };
    }

    private Node literal() {
        int codePoint = text.codePointAt(at);
        at += Character.charCount(codePoint);
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        List<Node> parts = new ArrayList<>();
        for (byte b : bytes) {
            parts.add(new Bytes(cased(ByteSet.of(b & 0xff))));
        }
        return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
    }

    private Node group() {
        int start = at++;
        if (++depth > MAX_DEPTH) {
            throw new PatternProblem(start, "more than " + MAX_DEPTH + " groups inside each other");
        }
        boolean outerCase = ignoresCase;
        boolean secret = false;
        if (take("?<secret>")) {
            secret = true;
            if (++secretGroups > 1) {
                throw new PatternProblem(start, "there is one group (?<secret>...) in a pattern");
            }
        } else if (take("?i:")) {
            ignoresCase = true;
        } else if (take("?-i:")) {
            ignoresCase = false;
        } else if (take("?!")) {
            return closed(start, new After(single().complement(), true));
        } else if (take("?=")) {
            return closed(start, new After(single(), false));
        } else if (take("?<!")) {
            return closed(start, new Before(single().complement(), true));
        } else if (take("?<=")) {
            return closed(start, new Before(single(), false));
        } else if (!take("?:") && peek() == '?') {
            throw problem(
                    "groups are (?:...), (?<secret>...), (?i:...), (?-i:...) and look-around");
        }
        Node body = choice();
        ignoresCase = outerCase;
        return closed(start, secret ? new SecretGroup(body) : body);
    }

    private Node closed(int start, Node node) {
        if (!take(')')) {
            throw new PatternProblem(
                    start,
                    node instanceof After || node instanceof Before
                            ? "look-around takes one set or character, such as (?![a-z])"
                            : "the group is not closed; a literal one is written \\(");
        }
        depth--;
        return node;
    }

    /** The one byte of a look-around. */
    private ByteSet single() {
        int start = at;
        Node node = atom();
        if (node instanceof Bytes(var set)) {
            return set;
        }
        throw new PatternProblem(start, "look-around takes one set or character");
    }

    private Node escape() {
        int start = at++;
        int c = next();
        return switch (c) {
            case 'b' ->
                    new Choice(
                            List.of(
                                    border(ByteSet.WORD, false, ByteSet.WORD.complement(), true),
                                    border(ByteSet.WORD.complement(), true, ByteSet.WORD, false)));
            case 'B' ->
                    new Choice(
                            List.of(
                                    border(ByteSet.WORD, false, ByteSet.WORD, false),
                                    border(
                                            ByteSet.WORD.complement(),
                                            true,
                                            ByteSet.WORD.complement(),
                                            true)));
            case 'A' -> new Before(ByteSet.NONE, true);
            case 'z' -> new After(ByteSet.NONE, true);
            default -> {
                at = start;
                yield new Bytes(cased(escapedSet()));
            }
        };
    }

    private static Node border(ByteSet before, boolean orStart, ByteSet after, boolean orEnd) {
        return new Sequence(List.of(new Before(before, orStart), new After(after, orEnd)));
    }

    /** A backslash and what follows, where it stands for bytes. */
    private ByteSet escapedSet() {
        int start = at++;
        int c = next();
        return switch (c) {
            case 'd' -> ByteSet.DIGIT;
            case 'D' -> ByteSet.DIGIT.complement();
            case 'w' -> ByteSet.WORD;
            case 'W' -> ByteSet.WORD.complement();
            case 's' -> ByteSet.SPACE;
            case 'S' -> ByteSet.SPACE.complement();
            case 'h' -> ByteSet.BLANK;
            case 'n' -> ByteSet.of('\n');
            case 'r' -> ByteSet.of('\r');
            case 't' -> ByteSet.of('\t');
            case '0' -> ByteSet.of(0);
            case 'x' -> ByteSet.of(hexByte(start));
            default -> {
                if (c == NOTHING || c > 0x7f || ByteSet.WORD.has(c)) {
                    throw new PatternProblem(
                            start,
                            "no such escape; back-references and Unicode classes are not supported");
                }
                yield ByteSet.of(c);
            }
        };
    }

    private int hexByte(int start) {
        int high = Character.digit(next(), 16);
        int low = Character.digit(next(), 16);
        if (high < 0 || low < 0) {
            throw new PatternProblem(start, "a byte is written \\xHH with two hexadecimal digits");
        }
        return high << 4 | low;
    }

    private ByteSet set() {
        int start = at++;
        boolean complement = take('^');
        ByteSet set = ByteSet.NONE;
        boolean first = true;
        while (first || peek() != ']') {
            first = false;
            if (peek() == NOTHING) {
                throw new PatternProblem(
                        start, "the set is not closed; a literal one is written \\[");
            }
            ByteSet low = member();
            if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                at++;
                low = range(low, member());
            }
            set = set.or(low);
        }
        at++;
        ByteSet cased = cased(set);
        return complement ? cased.complement() : cased;
    }

    private ByteSet member() {
        if (peek() == '\\') {
            return escapedSet();
        }
        int c = next();
        if (c > 0x7f) {
            at--;
            throw problem("a set holds ASCII and \\xHH; write other characters as alternatives");
        }
        return ByteSet.of(c);
    }

    private ByteSet range(ByteSet low, ByteSet high) {
        int first = only(low);
        int last = only(high);
        if (first > last) {
            throw problem("a range goes up");
        }
        return ByteSet.range(first, last);
    }

    private int only(ByteSet set) {
        if (set.size() != 1) {
            throw problem("a range goes from one character to another");
        }
        int b = 0;
        while (!set.has(b)) {
            b++;
        }
        return b;
    }

    private ByteSet cased(ByteSet set) {
        return ignoresCase ? set.withBothCases() : set;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : NOTHING;
    }

    private int next() {
        return at < text.length() ? text.charAt(at++) : NOTHING;
    }

    private boolean take(char c) {
        boolean taken = peek() == c;
        at += taken ? 1 : 0;
        return taken;
    }

    private boolean take(String s) {
        boolean taken = text.startsWith(s, at);
        at += taken ? s.length() : 0;
        return taken;
    }

    /** A problem at this place; the character here may be asked for as {@code %c}. */
    private PatternProblem problem(String what) {
        return new PatternProblem(at, what.contains("%") ? what.formatted((char) peek()) : what);
    }
}
