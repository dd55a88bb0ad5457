package io.hushgate.rego.builtin.time;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Prints a time by a {@link GoLayout}. */
final class GoTimeFormat {
    private static final DateTimeFormatter ZONE_NAME =
            DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private final ZonedDateTime time;
    private final StringBuilder out = new StringBuilder();

    private GoTimeFormat(ZonedDateTime time) {
        this.time = time;
    }

    static String format(ZonedDateTime time, String layout) {
        GoTimeFormat format = new GoTimeFormat(time);
        for (GoLayout.Part part : GoLayout.parse(layout)) {
            format.out.append(part.literal());
            format.append(part);
        }
        return format.out.toString();
    }

    private void append(GoLayout.Part part) {
        int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        switch (part.field()) {
            case LONG_MONTH ->
                    out.append(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case MONTH -> out.append(shortened(time.getMonth().name()));
            case NUMBER_OF_MONTH -> out.append(time.getMonthValue());
            case ZERO_MONTH -> padded(time.getMonthValue(), 2, '0');
            case LONG_WEEKDAY ->
                    out.append(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case WEEKDAY -> out.append(shortened(time.getDayOfWeek().name()));
            case DAY -> out.append(time.getDayOfMonth());
            case SPACED_DAY -> padded(time.getDayOfMonth(), 2, ' ');
            case ZERO_DAY -> padded(time.getDayOfMonth(), 2, '0');
            case SPACED_DAY_OF_YEAR -> padded(time.getDayOfYear(), 3, ' ');
            case ZERO_DAY_OF_YEAR -> padded(time.getDayOfYear(), 3, '0');
            case HOUR -> padded(time.getHour(), 2, '0');
            case HOUR_12 -> out.append(hour12);
            case ZERO_HOUR_12 -> padded(hour12, 2, '0');
            case MINUTE -> out.append(time.getMinute());
            case ZERO_MINUTE -> padded(time.getMinute(), 2, '0');
            case SECOND -> out.append(time.getSecond());
            case ZERO_SECOND -> padded(time.getSecond(), 2, '0');
            case LONG_YEAR -> padded(time.getYear(), 4, '0');
            case YEAR -> padded(Math.floorMod(time.getYear(), 100), 2, '0');
            case UPPER_PM -> out.append(time.getHour() >= 12 ? "PM" : "AM");
            case LOWER_PM -> out.append(time.getHour() >= 12 ? "pm" : "am");
            case ZONE ->
                    out.append(
                            time.getZone() instanceof ZoneOffset ? "UTC" : ZONE_NAME.format(time));
            case OFFSET -> offset(part.text());
            case OFFSET_OR_Z -> {
                if (time.getOffset().getTotalSeconds() == 0) {
                    out.append('Z');
                } else {
                    offset(part.text());
                }
            }
            case FRACTION -> fraction(part.text(), false);
            case TRIMMED_FRACTION -> fraction(part.text(), true);
            case END -> {}
        }
    }

    private static String shortened(String name) {
        return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
    }

    private void padded(int number, int width, char fill) {
        String digits = Integer.toString(number);
        out.append(String.valueOf(fill).repeat(Math.max(0, width - digits.length())));
        out.append(digits);
    }

    /** The layout's text tells whether there are minutes, seconds and colons. */
    private void offset(String text) {
        int seconds = time.getOffset().getTotalSeconds();
        int magnitude = Math.abs(seconds);
        boolean colons = text.indexOf(':') > 0;
        int parts = text.replace(":", "").length() / 2;
        out.append(seconds < 0 ? '-' : '+');
        padded(magnitude / 3600, 2, '0');
        if (parts > 1) {
            out.append(colons ? ":" : "");
            padded(magnitude / 60 % 60, 2, '0');
        }
        if (parts > 2) {
            out.append(colons ? ":" : "");
            padded(magnitude % 60, 2, '0');
        }
    }

    private void fraction(String text, boolean trimmed) {
        String nanos = "%09d".formatted(time.getNano());
        String digits = nanos.substring(0, Math.min(9, text.length() - 1));
        digits += "0".repeat(text.length() - 1 - digits.length());
        if (trimmed) {
            int end = digits.length();
            while (end > 0 && digits.charAt(end - 1) == '0') {
                end--;
            }
            digits = digits.substring(0, end);
        }
        if (!digits.isEmpty()) {
            out.append(text.charAt(0)).append(digits);
        }
    }
}
