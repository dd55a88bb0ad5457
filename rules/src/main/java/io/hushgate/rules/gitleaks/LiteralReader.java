package io.hushgate.rules.gitleaks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads an expression that RE2 has accepted, for the texts that every match holds. What it does not
 * understand counts as anything, which costs speed and never a match.
 */
final class LiteralReader {
    private static final int NOTHING = -1;

    /** Sets of more characters stand for any. */
    private static final int MAX_SET = 4;

    private final String source;
    private int at;

    private LiteralReader(String source) {
        this.source = source;
    }

    static Literals read(String source) {
        LiteralReader reader = new LiteralReader(source);
        Literals all = reader.choice();
        return reader.peek() == NOTHING ? all : new Literals(null, null, 0, Literals.ENDLESS);
    }

    private Literals choice() {
        List<Literals> branches = new ArrayList<>();
        branches.add(sequence());
        while (peek() == '|') {
            at++;
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.getFirst() : Literals.choice(branches);
    }

    private Literals sequence() {
        List<Literals> parts = new ArrayList<>();
        while (peek() != NOTHING && peek() != '|' && peek() != ')') {
            parts.add(repeated());
        }
        return Literals.sequence(parts);
    }

    private Literals repeated() {
        Literals part = atom();
        while (true) {
            switch (peek()) {
                case '?' -> part = part.repeated(0, 1);
                case '*' -> part = part.repeated(0, Literals.ENDLESS);
                case '+' -> part = part.repeated(1, Literals.ENDLESS);
                case '{' -> {
                    int close = source.indexOf('}', at);
                    String counts = close < 0 ? "" : source.substring(at + 1, close);
                    if (!counts.matches("\\d{1,4}(,(\\d{1,4})?)?")) {
                        return part;
                    }
                    part = counted(part, counts);
                    at = close;
                }
                default -> {
                    return part;
                }
            }
            at++;
            if (peek() == '?') {
                at++;
            }
        }
    }

    private static Literals counted(Literals part, String counts) {
        int comma = counts.indexOf(',');
        int least = Integer.parseInt(comma < 0 ? counts : counts.substring(0, comma));
        if (comma < 0) {
            return part.repeated(least, least);
        }
        boolean open = comma == counts.length() - 1;
        int most = open ? Literals.ENDLESS : Integer.parseInt(counts.substring(comma + 1));
        return part.repeated(least, most);
    }

    private Literals atom() {
        int c = source.codePointAt(at);
        at += Character.charCount(c);
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '.' -> new Literals(null, null, 1, 2);
            case '^', '$' -> Literals.NOTHING;
            case '\\' -> escape();
            default -> character(c);
        };
    }

    private static Literals character(int c) {
        // A character outside of the basic plane is two of Java's.
        return c > 0x7f
                ? new Literals(null, null, 1, 2)
                : Literals.of(Set.of(Character.toString(c).toLowerCase(Locale.ROOT)));
    }

    private Literals group() {
        if (peek() == '?') {
            int colon = source.indexOf(':', at);
            int close = source.indexOf(')', at);
            int angle = source.indexOf('>', at);
            if (source.startsWith("?P<", at) || source.startsWith("?<", at)) {
                at = angle + 1;
            } else if (close >= 0 && (colon < 0 || close < colon)) {
                at = close + 1; // flags for the rest of the group, which change no text
                return Literals.NOTHING;
            } else {
                at = colon + 1;
            }
        }
        Literals body = choice();
        if (peek() == ')') {
            at++;
        }
        return body;
    }

    private Literals escape() {
        int c = source.codePointAt(at);
        at += Character.charCount(c);
        return switch (c) {
            case 'A', 'z', 'b', 'B' -> Literals.NOTHING;
            case 'p', 'P' -> {
                at = peek() == '{' ? source.indexOf('}', at) + 1 : at + 1;
                yield new Literals(null, null, 1, 2);
            }
            case 'Q' -> quoted();
            case 'x' -> {
                at = peek() == '{' ? source.indexOf('}', at) + 1 : at + 2;
                yield new Literals(null, null, 1, 2);
            }
            default -> {
                if (!Character.isLetterOrDigit(c)) {
                    yield character(c);
                }
                while (Character.isDigit(c) && Character.isDigit(peek())) {
                    at++; // a character by its octal number
                }
                yield new Literals(null, null, 1, 2);
            }
        };
    }

    /** What stands between {@code \Q} and {@code \E}: anything, for the little that it is used. */
    private Literals quoted() {
        int end = source.indexOf("\\E", at);
        at = end < 0 ? source.length() : end + 2;
        return new Literals(null, null, 0, Literals.ENDLESS);
    }

    private Literals set() {
        Set<String> characters = new LinkedHashSet<>();
        boolean known = peek() != '^';
        if (!known) {
            at++;
        }
        boolean first = true;
        while (first || peek() != ']') {
            first = false;
            if (source.startsWith("[:", at)) {
                at = source.indexOf(":]", at) + 2;
                known = false;
                continue;
            }
            int c = source.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\\') {
                c = source.codePointAt(at);
                boolean plain = c <= 0x7f && !Character.isLetterOrDigit(c);
                known &= plain;
                if (plain) {
                    at++;
                } else {
                    escape();
                }
            }
            boolean range = peek() == '-' && !source.startsWith("-]", at);
            known &= c <= 0x7f && !range;
            characters.add(Character.toString(c).toLowerCase(Locale.ROOT));
        }
        at++;
        boolean few = known && characters.size() <= MAX_SET;
        return few ? Literals.of(characters) : new Literals(null, null, 1, 2);
    }

    private int peek() {
        return at < source.length() ? source.charAt(at) : NOTHING;
    }
}
