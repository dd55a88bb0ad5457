package io.hushgate.core;

import java.util.regex.Pattern;

/**
 * The name of a credential rule, stable for ever because baselines refer to it: {@code github-pat}.
 */
public record RuleId(String text) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public RuleId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "rule id '%s' is not lower-case words joined by hyphens".formatted(text));
        }
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
