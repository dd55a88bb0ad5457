package io.hushgate.rego.builtin.time;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * The {@code time.*} functions. A time is a number of nanoseconds since 1970, alone or with a zone.
 */
public final class Times {
    private static final String IN_ZONE = "any<number, array<number, string>>";
    private static final String THREE = "array<number, number, number>";
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("time.now_ns", "() => number", (context, _) -> nanos(context.now()))
                            .with(Builtin.Trait.NONDETERMINISTIC),
                    Builtin.of(
                            "time.parse_ns",
                            "(string, string) => number",
                            (_, a) ->
                                    nanos(
                                            GoTimeParse.parse(
                                                    GoLayout.resolve(Operands.string(a, 0)),
                                                    Operands.string(a, 1)))),
                    Builtin.of(
                            "time.parse_rfc3339_ns",
                            "(string) => number",
                            (_, a) ->
                                    nanos(
                                            GoTimeParse.parse(
                                                    GoLayout.resolve("RFC3339"),
                                                    Operands.string(a, 0)))),
                    Builtin.of(
                            "time.parse_duration_ns",
                            "(string) => number",
                            (_, a) -> RegoNumber.of(GoDuration.parse(Operands.string(a, 0)))),
                    Builtin.of(
                            "time.format",
                            "(any<number, array<number, string>, array<number, string, string>>) => string",
                            (_, a) -> format(a[0])),
                    Builtin.of("time.date", "(" + IN_ZONE + ") => " + THREE, (_, a) -> date(a[0])),
                    Builtin.of(
                            "time.clock", "(" + IN_ZONE + ") => " + THREE, (_, a) -> clock(a[0])),
                    Builtin.of(
                            "time.weekday", "(" + IN_ZONE + ") => string", (_, a) -> weekday(a[0])),
                    Builtin.of(
                            "time.add_date",
                            "(number, number, number, number) => number",
                            (_, a) -> addDate(a)),
                    Builtin.of(
                            "time.diff",
                            "("
                                    + IN_ZONE
                                    + ", "
                                    + IN_ZONE
                                    + ") => array<number, number, number, number, number, number>",
                            (_, a) -> difference(time(a[0]), time(a[1]))));

    private Times() {}

    public static RegoNumber nanos(Instant instant) {
        BigInteger nanos =
                BigInteger.valueOf(instant.getEpochSecond())
                        .multiply(NANOS)
                        .add(BigInteger.valueOf(instant.getNano()));
        if (nanos.bitLength() >= Long.SIZE) {
            throw outside();
        }
        return RegoNumber.of(nanos);
    }

    private static BuiltinError outside() {
        return BuiltinError.of("time outside of valid range");
    }

    private static ZonedDateTime time(Value value) {
        ZoneId zone = ZoneOffset.UTC;
        Value number = value;
        if (value instanceof RegoArray array && array.size() > 0) {
            number = array.at(0);
            if (!(number instanceof RegoNumber)) {
                throw BuiltinError.type(1, number, "number");
            }
            if (array.size() > 1) {
                zone = zone(text(array.at(1)));
            }
        }
        if (!(number instanceof RegoNumber nanos)) {
            throw BuiltinError.type(1, value, "either number (ns) or [number (ns), string (tz)]");
        }
        if (!nanos.isLong()) {
            throw BuiltinError.of("timestamp too big");
        }
        return Instant.ofEpochSecond(0, nanos.longValue()).atZone(zone);
    }

    private static String text(Value value) {
        if (value instanceof RegoString string) {
            return string.value();
        }
        throw BuiltinError.type(1, value, "string");
    }

    /**
     * The zones of the IANA database; {@code Local} is UTC, for answers must not depend on the
     * machine.
     */
    private static ZoneId zone(String name) {
        return switch (name) {
            case "", "UTC", "Local" -> ZoneOffset.UTC;
            default -> {
                if (!ZoneId.getAvailableZoneIds().contains(name)) {
                    throw BuiltinError.of("unknown time zone " + name);
                }
                yield ZoneId.of(name);
            }
        };
    }

    private static RegoString format(Value value) {
        String layout = "RFC3339Nano";
        ZonedDateTime time = time(value);
        if (value instanceof RegoArray array && array.size() > 2) {
            String given = text(array.at(2));
            layout = given.isEmpty() ? layout : given;
        }
        return RegoString.of(GoTimeFormat.format(time, GoLayout.resolve(layout)));
    }

    private static RegoArray date(Value value) {
        ZonedDateTime time = time(value);
        return numbers(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
    }

    private static RegoArray clock(Value value) {
        ZonedDateTime time = time(value);
        return numbers(time.getHour(), time.getMinute(), time.getSecond());
    }

    private static RegoArray numbers(int... numbers) {
        RegoArray.Builder array = RegoArray.builder();
        for (int number : numbers) {
            array.add(RegoNumber.of(number));
        }
        return array.build();
    }

    private static RegoString weekday(Value value) {
        return RegoString.of(
                time(value).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    /** Days beyond the end of a month run over into the next one, as in Go. */
    private static RegoNumber addDate(Value[] a) {
        ZonedDateTime time = time(a[0]);
        long years = Operands.integer(a, 1);
        long months = Operands.integer(a, 2);
        long days = Operands.integer(a, 3);
        try {
            LocalDateTime local = time.toLocalDateTime();
            LocalDateTime result =
                    local.withDayOfMonth(1)
                            .plusYears(years)
                            .plusMonths(months)
                            .plusDays(Math.addExact(days, local.getDayOfMonth() - 1L));
            return nanos(result.atZone(time.getZone()).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw outside();
        }
    }

    /** Years, months, days, hours, minutes and seconds between two times, by the calendar. */
    private static RegoArray difference(ZonedDateTime first, ZonedDateTime second) {
        ZonedDateTime aligned = second.withZoneSameInstant(first.getZone());
        boolean swapped = first.toInstant().isAfter(aligned.toInstant());
        ZonedDateTime from = swapped ? aligned : first;
        ZonedDateTime to = swapped ? first : aligned;
        int years = to.getYear() - from.getYear();
        int months = to.getMonthValue() - from.getMonthValue();
        int days = to.getDayOfMonth() - from.getDayOfMonth();
        int hours = to.getHour() - from.getHour();
        int minutes = to.getMinute() - from.getMinute();
        int seconds = to.getSecond() - from.getSecond();
        if (seconds < 0) {
            seconds += 60;
            minutes--;
        }
        if (minutes < 0) {
            minutes += 60;
            hours--;
        }
        if (hours < 0) {
            hours += 24;
            days--;
        }
        if (days < 0) {
            days += from.toLocalDate().lengthOfMonth();
            months--;
        }
        if (months < 0) {
            months += 12;
            years--;
        }
        return numbers(years, months, days, hours, minutes, seconds);
    }
}
