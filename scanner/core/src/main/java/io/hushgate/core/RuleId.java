package io.hushgate.core;

/**
 * The name of a credential rule, stable for ever because baselines refer to it: {@code github-pat}.
 */
public record RuleId(String text) implements Comparable<RuleId> {
    public RuleId {
        if (!isWords(text)) {
            throw new IllegalArgumentException(
                    "rule id '%s' is not lower-case words joined by hyphens".formatted(text));
        }
    }

    /**
     * Lower-case letters and digits, with single hyphens between; a loop, for every start asks it.
     */
    private static boolean isWords(String text) {
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hyphen = c == '-';
            if (hyphen ? !inWord : !isLowerOrDigit(c)) {
                return false;
            }
            inWord = !hyphen;
        }
        return inWord;
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(RuleId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
