package io.hushgate.rego.value;

/** Quotes strings as JSON (RFC 8259, section 7), in Go's spelling of the escapes. */
final class JsonString {
    private static final String HEX = "0123456789abcdef";

    private JsonString() {}

    /**
     * @param html also escapes {@code < > &} and the line separators U+2028 and U+2029
     */
    static void quote(String text, boolean html, StringBuilder out) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isEscaped(c, html)) {
                continue;
            }
            out.append(text, plain, i);
            plain = i + 1;
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default ->
                        out.append("\\u")
                                .append(HEX.charAt(c >> 12))
                                .append(HEX.charAt(c >> 8 & 0xf))
                                .append(HEX.charAt(c >> 4 & 0xf))
                                .append(HEX.charAt(c & 0xf));
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static boolean isEscaped(char c, boolean html) {
        return c < ' '
                || c == '"'
                || c == '\\'
                || (html && (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029'));
    }
}
