package io.hushgate.estate.helm.function;

/**
 * Values in messages: short, and of more than a few characters only the beginning, for a value may
 * be a secret.
 */
final class Shortened {
    private static final int SHOWN = 4;

    private Shortened() {}

    static String of(String text) {
        return text.length() <= 2 * SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
