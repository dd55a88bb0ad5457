package io.hushgate.estate.tree;

/**
 * A text inside another one: for each character of the value, the offset where it is written.
 *
 * <p>The two are aligned by walking both once. Escapes of the written form are stepped over as a
 * whole, blanks of the written form that the value lacks (indentation, folded lines) are skipped,
 * and a character that cannot be found stays where the walk is, so that a wrong guess never moves
 * the line by more than what was folded.
 */
final class EmbeddedSource implements Source {
    private final Source outer;
    private final String value;
    private final int[] origins;

    EmbeddedSource(Source outer, String value, int from, int to, Escapes escapes) {
        this.outer = outer;
        this.value = value;
        this.origins = align(value, outer.text(), from, to, escapes);
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public Place placeAt(int offset) {
        return outer.placeAt(origin(offset));
    }

    /** Where a character of the value is written in the outer text. */
    int origin(int offset) {
        return origins[Math.clamp(offset, 0, value.length())];
    }

    private static int[] align(String value, String raw, int from, int to, Escapes escapes) {
        int[] origins = new int[value.length() + 1];
        int at = from;
        for (int i = 0; i < value.length(); i++) {
            char wanted = value.charAt(i);
            at = skipBlanks(raw, at, to, wanted, escapes);
            origins[i] = at;
            if (at < to) {
                at += width(raw, at, to, wanted, escapes);
            }
        }
        origins[value.length()] = Math.min(at, to);
        return origins;
    }

    /** Steps over what is written but not part of the value, before {@code wanted}. */
    private static int skipBlanks(String raw, int from, int to, char wanted, Escapes escapes) {
        int at = from;
        while (at < to) {
            char written = raw.charAt(at);
            if (escapes == Escapes.BACKSLASH && isEscapedLineEnd(raw, at, to)) {
                at += 2;
            } else if (written == wanted
                    || !isBlank(written)
                    || (isLineEnd(written) && (wanted == ' ' || wanted == '\n'))) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    private static int width(String raw, int at, int to, char wanted, Escapes escapes) {
        char written = raw.charAt(at);
        boolean hasNext = at + 1 < to;
        if (escapes == Escapes.BACKSLASH && written == '\\' && hasNext) {
            return Math.min(escapeWidth(raw.charAt(at + 1)), to - at);
        }
        if (escapes == Escapes.DOUBLED && written == '\'' && hasNext) {
            return raw.charAt(at + 1) == '\'' ? 2 : 1;
        }
        if (written == '\r' && wanted == '\n' && hasNext && raw.charAt(at + 1) == '\n') {
            return 2;
        }
        if (written == wanted || isBlank(written)) {
            return 1;
        }
        return hasNext && raw.charAt(at + 1) == wanted ? 2 : 0;
    }

    private static int escapeWidth(char kind) {
        return switch (kind) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private static boolean isEscapedLineEnd(String raw, int at, int to) {
        return raw.charAt(at) == '\\' && at + 1 < to && isLineEnd(raw.charAt(at + 1));
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || isLineEnd(c);
    }
}
