package io.hushgate.rego.builtin.time;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.format.GoQuote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads a time by a {@link GoLayout}. Abbreviated zones other than UTC and {@code GMT+n} mean
 * nothing to it, so the time is taken for UTC, as in Go.
 */
final class GoTimeParse {
    private static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");
    private static final List<String> WEEKDAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    private final String layout;
    private final String text;
    private int at;

    private int year;
    private int month = -1;
    private int day = -1;
    private int dayOfYear = -1;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private int offset;
    private boolean am;
    private boolean pm;

    /** The element that is being read fails to match. */
    private static final class Mismatch extends Exception {
        private static final long serialVersionUID = 1;

        Mismatch() {
            super(null, null, false, false);
        }
    }

    private GoTimeParse(String layout, String text) {
        this.layout = layout;
        this.text = text;
    }

    static Instant parse(String layout, String text) {
        GoTimeParse parse = new GoTimeParse(layout, text);
        parse.run();
        return parse.instant();
    }

    private void run() {
        List<GoLayout.Part> parts = GoLayout.parse(layout);
        for (int i = 0; i < parts.size(); i++) {
            GoLayout.Part part = parts.get(i);
            skip(part.literal());
            int start = at;
            try {
                read(part, i + 1 < parts.size() ? parts.get(i + 1) : part);
            } catch (Mismatch e) {
                throw cannotParse(text.substring(start), part.text());
            }
        }
    }

    private BuiltinError cannotParse(String rest, String as) {
        return BuiltinError.of(
                "parsing time %s as %s: cannot parse %s as %s"
                        .formatted(
                                GoQuote.quote(text),
                                GoQuote.quote(layout),
                                GoQuote.quote(rest),
                                GoQuote.quote(as)));
    }

    private BuiltinError problem(String what) {
        return BuiltinError.of("parsing time %s: %s".formatted(GoQuote.quote(text), what));
    }

    /** Passes over literal text; a blank stands for any number of them, also none at the end. */
    private void skip(String literal) {
        for (int i = 0; i < literal.length(); ) {
            char c = literal.charAt(i);
            if (c == ' ') {
                if (at < text.length() && text.charAt(at) != ' ') {
                    throw cannotParse(text.substring(at), literal.substring(i));
                }
                while (i < literal.length() && literal.charAt(i) == ' ') {
                    i++;
                }
                while (at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
            } else if (at >= text.length() || text.charAt(at) != c) {
                throw cannotParse(text.substring(at), literal.substring(i));
            } else {
                i++;
                at++;
            }
        }
    }

    private void read(GoLayout.Part part, GoLayout.Part following) throws Mismatch {
        switch (part.field()) {
            case YEAR -> {
                int number = digits(2);
                year = number >= 69 ? 1900 + number : 2000 + number;
            }
            case LONG_YEAR -> year = digits(4);
            case MONTH -> month = 1 + name(MONTHS, 3);
            case LONG_MONTH -> month = 1 + name(MONTHS, 0);
            case NUMBER_OF_MONTH, ZERO_MONTH -> {
                month = number(part.field() == GoLayout.Field.ZERO_MONTH);
                inRange(month, 1, 12, "month");
            }
            case WEEKDAY -> name(WEEKDAYS, 3);
            case LONG_WEEKDAY -> name(WEEKDAYS, 0);
            case DAY, SPACED_DAY, ZERO_DAY -> {
                skipSpaces(part.field() == GoLayout.Field.SPACED_DAY ? 1 : 0);
                day = number(part.field() == GoLayout.Field.ZERO_DAY);
            }
            case SPACED_DAY_OF_YEAR, ZERO_DAY_OF_YEAR -> {
                boolean spaced = part.field() == GoLayout.Field.SPACED_DAY_OF_YEAR;
                skipSpaces(spaced ? 2 : 0);
                dayOfYear = upToThreeDigits(!spaced);
            }
            case HOUR -> {
                hour = number(false);
                inRange(hour, 0, 23, "hour");
            }
            case HOUR_12, ZERO_HOUR_12 -> {
                hour = number(part.field() == GoLayout.Field.ZERO_HOUR_12);
                inRange(hour, 0, 12, "hour");
            }
            case MINUTE, ZERO_MINUTE -> {
                minute = number(part.field() == GoLayout.Field.ZERO_MINUTE);
                inRange(minute, 0, 59, "minute");
            }
            case SECOND, ZERO_SECOND -> {
                second = number(part.field() == GoLayout.Field.ZERO_SECOND);
                inRange(second, 0, 59, "second");
                unannouncedFraction(following);
            }
            case UPPER_PM -> half("AM", "PM");
            case LOWER_PM -> half("am", "pm");
            case ZONE -> zone();
            case OFFSET -> offset(part.text());
            case OFFSET_OR_Z -> {
                if (at < text.length() && text.charAt(at) == 'Z') {
                    at++;
                } else {
                    offset(part.text());
                }
            }
            case FRACTION -> fraction(part.text().length());
            case TRIMMED_FRACTION -> {
                if (isFraction()) {
                    fraction(fractionLength());
                }
            }
            case END -> {
                if (at < text.length()) {
                    throw problem("extra text: " + GoQuote.quote(text.substring(at)));
                }
            }
        }
    }

    private void inRange(int number, int least, int most, String what) {
        if (number < least || number > most) {
            throw problem(what + " out of range");
        }
    }

    private boolean isDigit(int position) {
        return position < text.length() && GoLayout.isDigit(text.charAt(position));
    }

    /** Exactly so many digits. */
    private int digits(int count) throws Mismatch {
        int number = 0;
        for (int i = 0; i < count; i++) {
            if (!isDigit(at + i)) {
                throw new Mismatch();
            }
            number = number * 10 + (text.charAt(at + i) - '0');
        }
        at += count;
        return number;
    }

    /** Two digits, or one unless the width is fixed. */
    private int number(boolean fixed) throws Mismatch {
        return digits(fixed || isDigit(at + 1) ? 2 : 1);
    }

    private int upToThreeDigits(boolean fixed) throws Mismatch {
        int count = isDigit(at + 1) ? (isDigit(at + 2) ? 3 : 2) : 1;
        return digits(fixed ? 3 : count);
    }

    private void skipSpaces(int most) {
        for (int i = 0; i < most && at < text.length() && text.charAt(at) == ' '; i++) {
            at++;
        }
    }

    /** The index of a name, of which only the first letters count when {@code length} is not 0. */
    private int name(List<String> names, int length) throws Mismatch {
        for (int i = 0; i < names.size(); i++) {
            String name = length == 0 ? names.get(i) : names.get(i).substring(0, length);
            if (text.regionMatches(true, at, name, 0, name.length())) {
                at += name.length();
                return i;
            }
        }
        throw new Mismatch();
    }

    private void half(String before, String after) throws Mismatch {
        if (text.startsWith(after, at)) {
            pm = true;
        } else if (text.startsWith(before, at)) {
            am = true;
        } else {
            throw new Mismatch();
        }
        at += 2;
    }

    private boolean isFraction() {
        return at < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == ',')
                && isDigit(at + 1);
    }

    /** Length of the separator and all digits after it. */
    private int fractionLength() {
        int end = at + 1;
        while (isDigit(end)) {
            end++;
        }
        return end - at;
    }

    /** Seconds may have a fraction although the layout has none. */
    private void unannouncedFraction(GoLayout.Part following) throws Mismatch {
        boolean announced =
                following.field() == GoLayout.Field.FRACTION
                        || following.field() == GoLayout.Field.TRIMMED_FRACTION;
        if (!announced && isFraction()) {
            fraction(fractionLength());
        }
    }

    private void fraction(int length) throws Mismatch {
        if (at + length > text.length() || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
            throw new Mismatch();
        }
        int number = 0;
        for (int i = 1; i <= 9; i++) {
            if (i < length && !isDigit(at + i)) {
                throw new Mismatch();
            }
            number = number * 10 + (i < length ? text.charAt(at + i) - '0' : 0);
        }
        nano = number;
        at += length;
    }

    private void offset(String form) throws Mismatch {
        if (at + form.length() > text.length()) {
            throw new Mismatch();
        }
        char sign = text.charAt(at);
        int[] parts = new int[3];
        int part = 0;
        for (int i = 1; i < form.length(); ) {
            if (form.charAt(i) == ':') {
                if (text.charAt(at + i) != ':') {
                    throw new Mismatch();
                }
                i++;
            } else {
                if (!isDigit(at + i) || !isDigit(at + i + 1)) {
                    throw new Mismatch();
                }
                parts[part++] = (text.charAt(at + i) - '0') * 10 + (text.charAt(at + i + 1) - '0');
                i += 2;
            }
        }
        inRange(parts[0], 0, 24, "time zone offset hour");
        inRange(parts[1], 0, 60, "time zone offset minute");
        inRange(parts[2], 0, 60, "time zone offset second");
        if (sign != '+' && sign != '-') {
            throw new Mismatch();
        }
        int seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2];
        offset = sign == '-' ? -seconds : seconds;
        at += form.length();
    }

    private void zone() throws Mismatch {
        int end = at;
        while (end < text.length()
                && end < at + 6
                && text.charAt(end) >= 'A'
                && text.charAt(end) <= 'Z') {
            end++;
        }
        String letters = text.substring(at, end);
        if (letters.startsWith("UTC")) {
            at += 3;
        } else if (text.startsWith("ChST", at) || text.startsWith("MeST", at)) {
            at += 4;
        } else if (letters.equals("GMT")) {
            at = end;
            offset = signedHours(-23, 23) * 3600;
        } else if (letters.isEmpty() && at < text.length()) {
            int start = at;
            signedHours(-23, 23);
            if (at == start) {
                throw new Mismatch();
            }
        } else if (letters.length() == 3
                || letters.equals("WITA")
                || ((letters.length() == 4 || letters.length() == 5) && letters.endsWith("T"))) {
            at = end;
        } else {
            throw new Mismatch();
        }
    }

    /** A sign and hours at this place, or 0 and nothing read. */
    private int signedHours(int least, int most) {
        if (at >= text.length() || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
            return 0;
        }
        int end = at + 1;
        int number = 0;
        while (isDigit(end) && number < 100) {
            number = number * 10 + (text.charAt(end++) - '0');
        }
        int signed = text.charAt(at) == '-' ? -number : number;
        if (end == at + 1 || signed < least || signed > most) {
            return 0;
        }
        at = end;
        return signed;
    }

    private Instant instant() {
        int hours = pm && hour < 12 ? hour + 12 : am && hour == 12 ? 0 : hour;
        if (dayOfYear >= 0) {
            takeDayOfYear();
        }
        int months = month < 0 ? 1 : month;
        int days = day < 0 ? 1 : day;
        if (days < 1 || days > YearMonth.of(year, months).lengthOfMonth()) {
            throw problem("day out of range");
        }
        return LocalDateTime.of(year, months, days, hours, minute, second, nano)
                .toInstant(ZoneOffset.UTC)
                .minusSeconds(offset);
    }

    private void takeDayOfYear() {
        if (dayOfYear < 1 || dayOfYear > Year.of(year).length()) {
            throw problem("day-of-year out of range");
        }
        LocalDate date = LocalDate.ofYearDay(year, dayOfYear);
        if (month >= 0 && date.getMonth() != Month.of(month)) {
            throw problem("day-of-year does not match month");
        }
        if (day >= 0 && date.getDayOfMonth() != day) {
            throw problem("day-of-year does not match day");
        }
        month = date.getMonthValue();
        day = date.getDayOfMonth();
    }
}
