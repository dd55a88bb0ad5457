package io.hushgate.rego.ast;

/** Double-quoted strings as Go's {@code strconv.Quote} writes them, which is what OPA prints. */
public final class Quote {
    private Quote() {}

    /** The string with its quotes. */
    public static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2);
        append(out, value);
        return out.toString();
    }

    /** The string with its escapes but without quotes. */
    public static String inner(String value) {
        String quoted = quote(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    static void append(StringBuilder out, String value) {
        out.append('"');
        value.codePoints().forEach(c -> appendCodePoint(out, c));
        out.append('"');
    }

    private static void appendCodePoint(StringBuilder out, int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0b -> out.append("\\v");
            default -> {
                if (c < ' ' || c == 0x7f) {
                    out.append("\\x%02x".formatted(c));
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
                }
            }
        }
    }

    /** Letters, marks, numbers, punctuation, symbols, and of the spaces only the ASCII one. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
