package io.hushgate.report;

import io.hushgate.core.Severity;

/** Colours of a terminal (ECMA-48 SGR), or none. */
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
}
