package io.hushgate.cli.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times as Go writes them: {@code 5s}, {@code 1m30s}, {@code 250ms}, {@code 0}. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern PART =
            Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)(ns|us|µs|ms|s|m|h)");

    @Override
    public Duration convert(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Matcher parts = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (parts.find() && parts.start() == end) {
            nanos = nanos.add(new BigDecimal(parts.group(1)).multiply(unit(parts.group(2))));
            end = parts.end();
        }
        boolean fits = nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        if (end == 0 || end < text.length() || !fits) {
            throw new TypeConversionException("no time: '" + text + "'; write 5s, 1m30s or 250ms");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    private static BigDecimal unit(String unit) {
        return BigDecimal.valueOf(
                switch (unit) {
                    case "ns" -> 1L;
                    case "us", "µs" -> 1_000L;
                    case "ms" -> 1_000_000L;
                    case "s" -> 1_000_000_000L;
                    case "m" -> 60_000_000_000L;
                    default -> 3_600_000_000_000L;
                });
    }
}
