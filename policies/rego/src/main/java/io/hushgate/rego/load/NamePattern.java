package io.hushgate.rego.load;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A pattern for paths and names as Go's {@code path.Match} reads it: {@code *} and {@code ?} stand
 * for any characters but {@code /}, {@code [a-z]} and {@code [^a-z]} for one, and {@code \} takes
 * the next character as it is.
 */
public final class NamePattern {
    private final Pattern pattern;

    private NamePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a class is not closed or nothing follows a {@code \}
     */
    public static NamePattern of(String text) {
        StringBuilder regex = new StringBuilder("(?s)");
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                if (i == text.length()) {
                    throw malformed(text);
                }
                regex.append(Pattern.quote(text.substring(i, i + 1)));
            } else if (inClass) {
                regex.append(c == '[' ? "\\[" : Character.toString(c));
                inClass = c != ']';
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '[') {
                regex.append(c);
                inClass = true;
            } else {
                regex.append(Pattern.quote(Character.toString(c)));
            }
        }
        if (inClass) {
            throw malformed(text);
        }
        try {
            return new NamePattern(Pattern.compile(regex.toString()));
        } catch (PatternSyntaxException e) {
            throw malformed(text);
        }
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "%s: no pattern; close each [ and write \\\\ for \\".formatted(text));
    }

    /** Whether the pattern describes all of a name. */
    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
