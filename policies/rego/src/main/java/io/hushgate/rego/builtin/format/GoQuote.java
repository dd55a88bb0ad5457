package io.hushgate.rego.builtin.format;

/** Quotes text as Go source, which is what many messages and {@code %q} show. */
public final class GoQuote {
    private GoQuote() {}

    /** In double quotes; what cannot be printed is escaped. */
    public static String quote(String text) {
        return quote(text, '"', false);
    }

    /**
     * In quotes of either kind.
     *
     * @param ascii whether everything beyond ASCII is escaped
     */
    public static String quote(String text, char mark, boolean ascii) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(mark);
        text.codePoints().forEach(c -> append(out, c, mark, ascii));
        return out.append(mark).toString();
    }

    /**
     * True when back quotes can hold the text: printable, in one line, and without a back quote.
     */
    static boolean fitsBackQuotes(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\t' || (c >= ' ' && c != '`' && c != 0x7f && c != 0xfeff));
    }

    private static void append(StringBuilder out, int c, char mark, boolean ascii) {
        if (c == mark || c == '\\') {
            out.append('\\').appendCodePoint(c);
        } else if (isShown(c, ascii)) {
            out.appendCodePoint(c);
        } else {
            switch (c) {
                case 0x07 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 0x0b -> out.append("\\v");
                default ->
                        out.append(
                                c < ' ' || c == 0x7f
                                        ? "\\x%02x".formatted(c)
                                        : c > 0xffff
                                                ? "\\U%08x".formatted(c)
                                                : "\\u%04x".formatted(c));
            }
        }
    }

    private static boolean isShown(int c, boolean ascii) {
        return c < 0x80 ? c >= ' ' && c < 0x7f : !ascii && isPrintable(c);
    }

    /** Letters, marks, numbers, punctuation and symbols; of the spaces only U+0020. */
    static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
