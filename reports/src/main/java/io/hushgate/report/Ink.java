package io.hushgate.report;

import io.hushgate.core.Severity;

/** Colours of a terminal (ECMA-48 SGR), or none; and text that cannot drive a terminal. */
enum Ink {
    COLOURED,
    PLAIN;

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String good(String text) {
        return paint("1;32", text);
    }

    String bad(String text) {
        return paint("1;31", text);
    }

    String severity(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> paint("1;31", text);
            case HIGH -> paint("31", text);
            case MEDIUM -> paint("33", text);
            case LOW -> paint("36", text);
            case INFO -> paint("2", text);
        };
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + RESET;
    }

    /**
     * Replaces every control and bidirectional-override character by a visible escape: names come
     * from what is scanned, and must neither move the cursor nor hide a line.
     */
    static String visible(String text) {
        if (text.chars().noneMatch(Ink::drivesTerminals)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(c -> {
                    if (drivesTerminals(c)) {
                        safe.append("\\u%04x".formatted(c));
                    } else {
                        safe.append((char) c);
                    }
                });
        return safe.toString();
    }

    private static boolean drivesTerminals(int c) {
        return c < ' '
                || (c >= 0x7f && c < 0xa0)
                || (c >= 0x200e && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
