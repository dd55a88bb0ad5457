package io.hushgate.rego.builtin.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layout of times as Go writes it, by the reference time {@code Mon Jan 2 15:04:05 MST 2006},
 * taken apart.
 *
 * <p>Source: documentation of Go's package time, constants and function {@code Time.Format}.
 */
final class GoLayout {
    /** What one element of a layout stands for. */
    enum Field {
        LONG_MONTH,
        MONTH,
        NUMBER_OF_MONTH,
        ZERO_MONTH,
        LONG_WEEKDAY,
        WEEKDAY,
        DAY,
        SPACED_DAY,
        ZERO_DAY,
        SPACED_DAY_OF_YEAR,
        ZERO_DAY_OF_YEAR,
        HOUR,
        HOUR_12,
        ZERO_HOUR_12,
        MINUTE,
        ZERO_MINUTE,
        SECOND,
        ZERO_SECOND,
        LONG_YEAR,
        YEAR,
        UPPER_PM,
        LOWER_PM,
        ZONE,
        /** A numeric offset from UTC; what its text looks like tells the rest. */
        OFFSET,
        /** As {@link #OFFSET}, but {@code Z} for UTC. */
        OFFSET_OR_Z,
        /** Exactly as many digits as written. */
        FRACTION,
        /** As many digits as are needed. */
        TRIMMED_FRACTION,
        /** After the last element. */
        END
    }

    /**
     * Literal text and the element that follows it.
     *
     * @param text the element as it stands in the layout
     */
    record Part(String literal, Field field, String text) {}

    /** The names under which Go knows its layouts. */
    private static final Map<String, String> NAMED =
            Map.of(
                    "ANSIC", "Mon Jan _2 15:04:05 2006",
                    "UnixDate", "Mon Jan _2 15:04:05 MST 2006",
                    "RubyDate", "Mon Jan 02 15:04:05 -0700 2006",
                    "RFC822", "02 Jan 06 15:04 MST",
                    "RFC822Z", "02 Jan 06 15:04 -0700",
                    "RFC850", "Monday, 02-Jan-06 15:04:05 MST",
                    "RFC1123", "Mon, 02 Jan 2006 15:04:05 MST",
                    "RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700",
                    "RFC3339", "2006-01-02T15:04:05Z07:00",
                    "RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00");

    /** Elements by their text, longer before shorter where one begins with another. */
    private static final List<Map.Entry<String, Field>> ELEMENTS =
            List.of(
                    Map.entry("January", Field.LONG_MONTH),
                    Map.entry("Jan", Field.MONTH),
                    Map.entry("Monday", Field.LONG_WEEKDAY),
                    Map.entry("Mon", Field.WEEKDAY),
                    Map.entry("MST", Field.ZONE),
                    Map.entry("002", Field.ZERO_DAY_OF_YEAR),
                    Map.entry("01", Field.ZERO_MONTH),
                    Map.entry("02", Field.ZERO_DAY),
                    Map.entry("03", Field.ZERO_HOUR_12),
                    Map.entry("04", Field.ZERO_MINUTE),
                    Map.entry("05", Field.ZERO_SECOND),
                    Map.entry("06", Field.YEAR),
                    Map.entry("15", Field.HOUR),
                    Map.entry("1", Field.NUMBER_OF_MONTH),
                    Map.entry("2006", Field.LONG_YEAR),
                    Map.entry("2", Field.DAY),
                    Map.entry("__2", Field.SPACED_DAY_OF_YEAR),
                    Map.entry("_2", Field.SPACED_DAY),
                    Map.entry("3", Field.HOUR_12),
                    Map.entry("4", Field.MINUTE),
                    Map.entry("5", Field.SECOND),
                    Map.entry("PM", Field.UPPER_PM),
                    Map.entry("pm", Field.LOWER_PM),
                    Map.entry("-070000", Field.OFFSET),
                    Map.entry("-07:00:00", Field.OFFSET),
                    Map.entry("-0700", Field.OFFSET),
                    Map.entry("-07:00", Field.OFFSET),
                    Map.entry("-07", Field.OFFSET),
                    Map.entry("Z070000", Field.OFFSET_OR_Z),
                    Map.entry("Z07:00:00", Field.OFFSET_OR_Z),
                    Map.entry("Z0700", Field.OFFSET_OR_Z),
                    Map.entry("Z07:00", Field.OFFSET_OR_Z),
                    Map.entry("Z07", Field.OFFSET_OR_Z));

    private GoLayout() {}

    /** A named layout's text, or the layout itself. */
    static String resolve(String layout) {
        return NAMED.getOrDefault(layout, layout);
    }

    /** The parts of a layout; the last one has the field END. */
    static List<Part> parse(String layout) {
        List<Part> parts = new ArrayList<>();
        int literal = 0;
        for (int i = 0; i < layout.length(); ) {
            Part part = elementAt(layout, literal, i);
            if (part == null) {
                i++;
            } else {
                parts.add(part);
                i += part.text().length();
                literal = i;
            }
        }
        parts.add(new Part(layout.substring(literal), Field.END, ""));
        return parts;
    }

    private static @Nullable Part elementAt(String layout, int literal, int at) {
        String before = layout.substring(literal, at);
        for (Map.Entry<String, Field> element : ELEMENTS) {
            String text = element.getKey();
            if (layout.startsWith(text, at) && stands(layout, text, at)) {
                return new Part(before, element.getValue(), text);
            }
        }
        char c = layout.charAt(at);
        if ((c == '.' || c == ',') && at + 1 < layout.length()) {
            char digit = layout.charAt(at + 1);
            int end = at + 1;
            while (end < layout.length() && layout.charAt(end) == digit) {
                end++;
            }
            boolean ends = end == layout.length() || !isDigit(layout.charAt(end));
            if ((digit == '0' || digit == '9') && ends) {
                Field field = digit == '0' ? Field.FRACTION : Field.TRIMMED_FRACTION;
                return new Part(before, field, layout.substring(at, end));
            }
        }
        return null;
    }

    /**
     * Short names count only when the word ends there; a year after a blank keeps its underscore.
     */
    private static boolean stands(String layout, String text, int at) {
        int end = at + text.length();
        return switch (text) {
            case "Jan", "Mon" -> end == layout.length() || !isLower(layout.charAt(end));
            case "_2" -> !layout.startsWith("_2006", at);
            default -> true;
        };
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
