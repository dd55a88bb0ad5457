package io.hushgate.rego.syntax;

import java.util.Optional;

/** Resolves the escapes of a string as JSON defines them (RFC 8259, section 7). */
final class StringLiteral {
    private StringLiteral() {}

    /**
     * The value of what stands between quotes, or nothing if that is not well-formed. A surrogate
     * without its other half becomes U+FFFD, as in Go.
     */
    static Optional<String> unescape(String inner) {
        if (inner.indexOf('\\') < 0) {
            return Optional.of(inner);
        }
        StringBuilder out = new StringBuilder(inner.length());
        int i = 0;
        while (i < inner.length()) {
            char c = inner.charAt(i++);
            if (c < ' ' || c == '"') {
                return Optional.empty();
            }
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (i == inner.length()) {
                return Optional.empty();
            }
            switch (inner.charAt(i++)) {
                case '"' -> out.append('"');
                case '\\' -> out.append('\\');
                case '/' -> out.append('/');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> {
                    int unit = hex(inner, i);
                    if (unit < 0) {
                        return Optional.empty();
                    }
                    out.append((char) unit);
                    i += 4;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(withoutLoneSurrogates(out));
    }

    private static int hex(String text, int from) {
        if (from + 4 > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private static String withoutLoneSurrogates(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                text.setCharAt(i, '\uFFFD');
            }
        }
        return text.toString();
    }
}
