package io.hushgate.rules.gitleaks;

import java.util.List;

/**
 * A value that a rule found, before anybody decided what may be told of it. Never leaves the
 * package: it holds the value as text, which expressions need.
 *
 * @param from where the match starts in the fragment, in bytes; -1 when the path alone matched
 * @param to where it ends
 * @param place of the match, not of the value inside of it
 * @param line the lines that the match stands in
 */
record Hit(
        String rule,
        String description,
        int from,
        int to,
        Lines.Place place,
        String line,
        String match,
        String secret,
        float entropy,
        List<String> tags) {
    Hit {
        tags = List.copyOf(tags);
    }

    /** Tells what and where, and nothing of the value. */
    @Override
    public String toString() {
        return "Hit[%s, line %d]".formatted(rule, place.startLine());
    }
}
