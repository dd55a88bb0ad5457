package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Source;
import java.util.List;

/** The line of an error and a caret below the place. */
final class ErrorExcerpt {
    /** A longer line is not shown: it is generated, and nobody wants it in a log. */
    private static final int MAX_LINE = 400;

    private ErrorExcerpt() {}

    static List<String> of(Source source, int offset) {
        String text = source.text();
        if (text.isEmpty()) {
            return List.of();
        }
        int place = Math.min(offset, text.length() - 1);
        while (place > 0 && Character.isWhitespace(text.charAt(place))) {
            place--;
        }
        int begin = place;
        while (begin > 0 && !isLineBreak(text.charAt(begin - 1)) && place - begin < MAX_LINE) {
            begin--;
        }
        int end = place;
        while (end < text.length() && !isLineBreak(text.charAt(end)) && end - begin < MAX_LINE) {
            end++;
        }
        while (begin < place && text.charAt(begin) == '\t') {
            begin++;
        }
        return List.of(text.substring(begin, end), " ".repeat(place - begin) + "^");
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
