package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Real;
import io.hushgate.estate.helm.datum.Datum.Whole;

/**
 * Literals of Go: quoted strings, characters and numbers. Source: The Go Programming Language
 * Specification.
 */
final class GoLiterals {
    private GoLiterals() {}

    /** After the closing quote of what is quoted at {@code start}. */
    static int end(String text, int start) {
        char quote = text.charAt(start);
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '\n') {
                break;
            } else if (c == quote) {
                return at + 1;
            }
        }
        throw TemplateProblem.at(start, "a string is not closed");
    }

    /** What is quoted at {@code start}, unescaped. */
    static String quoted(String text, int start) {
        int end = end(text, start) - 1;
        String inner = text.substring(start + 1, end);
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < inner.length()) {
            char c = inner.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char kind = inner.charAt(at++);
            switch (kind) {
                case 'a' -> out.append('\u0007');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'v' -> out.append('\u000b');
                case '\\', '\'', '"' -> out.append(kind);
                case 'x' -> at = code(inner, at, 2, 16, start, out);
                case 'u' -> at = code(inner, at, 4, 16, start, out);
                case 'U' -> at = code(inner, at, 8, 16, start, out);
                default -> {
                    if (kind < '0' || kind > '7') {
                        throw TemplateProblem.at(start, "unknown escape \\" + kind);
                    }
                    at = code(inner, at - 1, 3, 8, start, out);
                }
            }
        }
        return out.toString();
    }

    private static int code(
            String text, int from, int digits, int radix, int start, StringBuilder out) {
        int to = from + digits;
        long value = -1;
        if (to <= text.length()) {
            value = 0;
            for (int i = from; i < to && value >= 0; i++) {
                int digit = Character.digit(text.charAt(i), radix);
                value = digit < 0 ? -1 : value * radix + digit;
            }
        }
        if (value < 0 || value > Character.MAX_CODE_POINT) {
            throw TemplateProblem.at(start, "a string holds a malformed escape");
        }
        out.appendCodePoint((int) value);
        return to;
    }

    /** An integer or floating-point number. */
    static Datum number(String written, int offset) {
        String text = written.replace("_", "");
        try {
            boolean negative = text.startsWith("-");
            String bare = negative || text.startsWith("+") ? text.substring(1) : text;
            int radix = radix(bare);
            if (radix == 16 && (text.contains("p") || text.contains("P"))) {
                return new Real(Double.parseDouble(text));
            }
            if (radix != 10) {
                boolean named = !Character.isDigit(bare.charAt(1));
                long value = Long.parseLong(bare.substring(named ? 2 : 1), radix);
                return new Whole(negative ? -value : value);
            }
            boolean whole = bare.chars().allMatch(Character::isDigit);
            return whole ? new Whole(Long.parseLong(text)) : new Real(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw TemplateProblem.at(offset, "bad number " + written);
        }
    }

    private static int radix(String bare) {
        if (bare.length() < 2 || bare.charAt(0) != '0') {
            return 10;
        }
        return switch (bare.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            case 'o', 'O', '0', '1', '2', '3', '4', '5', '6', '7' -> 8;
            default -> 10;
        };
    }
}
