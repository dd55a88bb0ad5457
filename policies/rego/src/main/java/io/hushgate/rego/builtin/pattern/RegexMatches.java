package io.hushgate.rego.builtin.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.hushgate.rego.builtin.BuiltinContext;

/**
 * The matches of an expression from left to right as Go finds them: none overlap, and an empty one
 * right after another match does not count.
 */
final class RegexMatches {
    private final BuiltinContext context;
    private final Matcher matcher;
    private final String text;
    private int position;
    private int previousEnd = -1;

    RegexMatches(BuiltinContext context, Pattern pattern, String text) {
        this.context = context;
        this.matcher = pattern.matcher(text);
        this.text = text;
        context.step(text.length() / 8);
    }

    boolean next() {
        while (position <= text.length() && matcher.find(position)) {
            context.step(1);
            boolean counts = true;
            if (matcher.end() == position && matcher.start() == matcher.end()) {
                counts = matcher.start() != previousEnd;
                position =
                        position < text.length()
                                ? text.offsetByCodePoints(position, 1)
                                : text.length() + 1;
            } else {
                position = matcher.end();
            }
            previousEnd = matcher.end();
            if (counts) {
                return true;
            }
        }
        position = text.length() + 1;
        return false;
    }

    int start() {
        return matcher.start();
    }

    int end() {
        return matcher.end();
    }

    Matcher matcher() {
        return matcher;
    }
}
