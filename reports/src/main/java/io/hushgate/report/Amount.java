package io.hushgate.report;

import java.time.Duration;

/** Numbers with what they count, as English sentences have them, the same in every country. */
public final class Amount {
    private static final int HOURS_UP_TO = 48;
    private static final int DAYS_UP_TO = 60;
    private static final int MONTHS_UP_TO = 24;
    private static final double DAYS_OF_MONTH = 30.44;
    private static final double DAYS_OF_YEAR = 365.25;

    private Amount() {}

    /** {@code 1 finding}, {@code 5,000 findings}, {@code 2 policies}. */
    public static String of(long count, String noun) {
        boolean changes = noun.endsWith("y") && !noun.endsWith("ay");
        String plural = changes ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return of(count) + " " + (count == 1 ? noun : plural);
    }

    /** {@code 5,000}; without a {@code Formatter}, which would cost a hook five milliseconds. */
    public static String of(long count) {
        StringBuilder digits = new StringBuilder().append(count);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** {@code 999 bytes}, {@code 8.8 MB}; a kilobyte has 1,000. */
    public static String ofBytes(long bytes) {
        if (bytes < 1_000) {
            return of(bytes, "byte");
        }
        long unit = 1_000;
        int letter = 0;
        while (letter < 3 && tenths(bytes, unit) >= 10_000) {
            unit *= 1_000;
            letter++;
        }
        long tenths = tenths(bytes, unit);
        return tenths / 10 + "." + tenths % 10 + " " + "kMGT".charAt(letter) + "B";
    }

    private static long tenths(long bytes, long unit) {
        return bytes / unit * 10 + (bytes % unit * 10 + unit / 2) / unit;
    }

    /**
     * The length of a time in its greatest sensible unit, rounded: {@code 40 minutes}, {@code 30
     * hours}, {@code 45 days}, {@code 14 months}, {@code 3 years}.
     */
    public static String of(Duration time) {
        if (time.toMinutes() < 60) {
            return of(Math.max(0, time.toMinutes()), "minute");
        }
        if (time.toHours() < HOURS_UP_TO) {
            return of(time.toHours(), "hour");
        }
        long days = time.toDays();
        if (days < DAYS_UP_TO) {
            return of(days, "day");
        }
        long months = Math.round(days / DAYS_OF_MONTH);
        return months < MONTHS_UP_TO
                ? of(months, "month")
                : of(Math.round(days / DAYS_OF_YEAR), "year");
    }
}
