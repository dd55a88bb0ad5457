package io.hushgate.rego.builtin.time;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.format.GoQuote;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's spelling of durations: {@code 1h15m30.5s}, {@code -2ms}. */
public final class GoDuration {
    private static final Pattern WHOLE =
            Pattern.compile(
                    "[+-]?(?:0|(?:(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:ns|us|µs|μs|ms|s|m|h))++)");
    private static final Pattern PART =
            Pattern.compile("(\\d++(?:\\.\\d*+)?+|\\.\\d++)(ns|us|µs|μs|ms|s|m|h)");

    /** Longer texts are no durations that anybody means. */
    private static final int MAX_LENGTH = 256;

    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(63);

    private GoDuration() {}

    /** The duration in nanoseconds. */
    public static long parse(String text) {
        if (text.length() > MAX_LENGTH || !WHOLE.matcher(text).matches()) {
            throw invalid(text);
        }
        BigInteger total = BigInteger.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            BigDecimal number =
                    new BigDecimal(
                            part.group(1).startsWith(".") ? "0" + part.group(1) : part.group(1));
            total =
                    total.add(
                            number.multiply(BigDecimal.valueOf(nanos(part.group(2))))
                                    .setScale(0, RoundingMode.DOWN)
                                    .toBigIntegerExact());
        }
        BigInteger signed = text.startsWith("-") ? total.negate() : total;
        if (signed.bitLength() >= Long.SIZE || signed.equals(LARGEST)) {
            throw invalid(text);
        }
        return signed.longValueExact();
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 1_000L;
        };
    }

    private static BuiltinError invalid(String text) {
        return BuiltinError.of("time: invalid duration " + GoQuote.quote(text));
    }
}
