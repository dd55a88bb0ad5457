package io.hushgate.rego.format;

import io.hushgate.rego.ast.Scalar;
import java.util.regex.Pattern;

/** Writes strings so that they can be read again. */
final class Literals {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private Literals() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The string as its author wrote it, escapes and kind of quotes included. */
    static String asWritten(Scalar.Text text) {
        String written = text.location().text().strip();
        while (written.startsWith("(") && written.endsWith(")")) {
            written = written.substring(1, written.length() - 1).strip();
        }
        boolean quoted =
                written.length() >= 2
                        && (written.charAt(0) == '"' || written.charAt(0) == '`')
                        && written.charAt(written.length() - 1) == written.charAt(0);
        return quoted ? written : quote(text.value());
    }

    static String quote(String value) {
        return "\"" + escape(value) + "\"";
    }

    /** The escapes of JSON, which are those of Rego. */
    static String escape(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
