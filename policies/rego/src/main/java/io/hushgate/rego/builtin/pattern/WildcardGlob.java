package io.hushgate.rego.builtin.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Matches globs of text, {@code ?}, {@code *} and {@code **} without an expression engine.
 *
 * <p>A star first takes nothing. When what follows fails, the last star takes one more character; a
 * single star cannot take a delimiter, and then the last double star does. Earlier stars never need
 * to be tried again, so the time is at worst the product of the lengths.
 */
final class WildcardGlob implements GlobPattern {
    private static final int ONE = -1;
    private static final int STAR = -2;
    private static final int DOUBLE_STAR = -3;

    /** Code points, or one of the constants. */
    private final int[] steps;

    private final String delimiters;

    WildcardGlob(List<GlobSyntax.Node> nodes, String delimiters) {
        List<Integer> all = new ArrayList<>();
        for (GlobSyntax.Node node : nodes) {
            switch (node) {
                case GlobSyntax.Text(var text) -> text.codePoints().forEach(all::add);
                case GlobSyntax.One() -> all.add(ONE);
                case GlobSyntax.Star(var over) -> all.add(over ? DOUBLE_STAR : STAR);
                case GlobSyntax.Listed _, GlobSyntax.Ranged _, GlobSyntax.AnyOf _ ->
                        throw new IllegalArgumentException("not a plain pattern");
            }
        }
        this.steps = all.stream().mapToInt(Integer::intValue).toArray();
        this.delimiters = delimiters;
    }

    @Override
    public boolean matches(String text) {
        int step = 0;
        int at = 0;
        int star = -1;
        int starEnd = 0;
        int doubleStar = -1;
        int doubleStarEnd = 0;
        while (true) {
            if (step < steps.length && steps[step] == DOUBLE_STAR) {
                doubleStar = ++step;
                doubleStarEnd = at;
                star = -1;
            } else if (step < steps.length && steps[step] == STAR) {
                star = ++step;
                starEnd = at;
            } else if (step == steps.length && at == text.length()) {
                return true;
            } else if (step < steps.length && at < text.length() && takes(step, text, at)) {
                step++;
                at += Character.charCount(text.codePointAt(at));
            } else if (star >= 0
                    && starEnd < text.length()
                    && !isDelimiter(text.codePointAt(starEnd))) {
                starEnd += Character.charCount(text.codePointAt(starEnd));
                at = starEnd;
                step = star;
            } else if (doubleStar >= 0 && doubleStarEnd < text.length()) {
                doubleStarEnd += Character.charCount(text.codePointAt(doubleStarEnd));
                at = doubleStarEnd;
                step = doubleStar;
                star = -1;
            } else {
                return false;
            }
        }
    }

    private boolean takes(int step, String text, int at) {
        int c = text.codePointAt(at);
        return steps[step] == ONE ? !isDelimiter(c) : steps[step] == c;
    }

    private boolean isDelimiter(int c) {
        return delimiters.indexOf(c) >= 0;
    }
}
