package io.hushgate.estate.helm;

import com.google.re2j.Pattern;

/**
 * Patterns of file names: {@code *} stays within a directory, {@code **} does not, {@code {a,b}}
 * and {@code [a-z]} choose.
 */
final class Glob {
    private static final int MAX_LENGTH = 1_000;
    private static final Pattern NOTHING = Pattern.compile("[^\\x00-\\x{10FFFF}]");

    private Glob() {}

    /** The pattern as a regular expression; one that matches nothing if it is too long. */
    static Pattern compile(String glob) {
        if (glob.length() > MAX_LENGTH) {
            return NOTHING;
        }
        StringBuilder out = new StringBuilder();
        int braces = 0;
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            switch (c) {
                case '*' -> {
                    boolean any = at + 1 < glob.length() && glob.charAt(at + 1) == '*';
                    out.append(any ? ".*" : "[^/]*");
                    at += any ? 1 : 0;
                }
                case '?' -> out.append("[^/]");
                case '{' -> {
                    braces++;
                    out.append("(?:");
                }
                case '}' -> {
                    out.append(braces > 0 ? ")" : "\\}");
                    braces = Math.max(0, braces - 1);
                }
                case ',' -> out.append(braces > 0 ? "|" : ",");
                case '[' -> {
                    int end = glob.indexOf(']', at + 2);
                    if (end < 0) {
                        out.append("\\[");
                    } else {
                        out.append(choice(glob.substring(at + 1, end)));
                        at = end;
                    }
                }
                default -> out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile("(?s)" + out + ")".repeat(braces));
    }

    /**
     * Letters and ranges between brackets, with nothing in them that a regular expression knows.
     */
    private static String choice(String inner) {
        boolean not = inner.startsWith("!") || inner.startsWith("^");
        StringBuilder out = new StringBuilder(not ? "[^" : "[");
        String letters = not ? inner.substring(1) : inner;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            boolean range =
                    i + 2 < letters.length()
                            && letters.charAt(i + 1) == '-'
                            && letters.charAt(i + 2) >= c;
            if (range) {
                out.append(code(c)).append('-').append(code(letters.charAt(i + 2)));
                i += 2;
            } else {
                out.append(code(c));
            }
        }
        return out.append(']').toString();
    }

    private static String code(char c) {
        return "\\x{" + Integer.toHexString(c) + "}";
    }
}
