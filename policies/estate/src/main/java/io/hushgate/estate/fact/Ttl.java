package io.hushgate.estate.fact;

import java.util.Optional;

/**
 * A length of time as Vault and Go write it.
 *
 * @param text as written; empty if not given
 * @param seconds the same in seconds; empty if not given or not evaluated
 */
public record Ttl(String text, Optional<Long> seconds) {
    /** Nothing was said; the system default applies. */
    public static final Ttl UNSET = new Ttl("", Optional.empty());

    private static final long MAX_SECONDS = Long.MAX_VALUE / 2;

    /**
     * Reads {@code 3600}, {@code 1h30m}, {@code 7d}; anything else keeps its text and has no
     * seconds.
     */
    public static Ttl of(String text) {
        return new Ttl(text, secondsOf(text.strip()));
    }

    private static Optional<Long> secondsOf(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        double total = 0;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && isNumberPart(text.charAt(at))) {
                at++;
            }
            int digits = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            double unit = unitSeconds(text.substring(digits, at));
            if (start == digits || unit < 0 || digits - start > 15) {
                return Optional.empty();
            }
            try {
                total += Double.parseDouble(text.substring(start, digits)) * unit;
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return total < MAX_SECONDS ? Optional.of((long) total) : Optional.empty();
    }

    private static boolean isNumberPart(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    /** Go's {@code time.ParseDuration} units and Vault's {@code d}; a bare number is seconds. */
    private static double unitSeconds(String unit) {
        return switch (unit) {
            case "", "s" -> 1;
            case "ms" -> 1e-3;
            case "us", "µs" -> 1e-6;
            case "ns" -> 1e-9;
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            default -> -1;
        };
    }
}
