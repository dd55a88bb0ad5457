package io.hushgate.audit.inventory;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and sizes as people write them. */
final class Quantities {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");
    private static final Pattern MEMORY = Pattern.compile("([1-9][0-9]{0,5})(m|g)");
    private static final int LEAST_MEGABYTES = 32;

    private Quantities() {}

    /** {@code 90s}, {@code 10m} or {@code 2h}. */
    static Optional<Duration> time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }

    /** {@code 512m} or {@code 2g}, in megabytes; no less than a virtual machine needs. */
    static Optional<Integer> megabytes(String text) {
        Matcher matcher = MEMORY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        int megabytes = matcher.group(2).equals("g") ? count * 1024 : count;
        return Optional.of(megabytes).filter(value -> value >= LEAST_MEGABYTES);
    }
}
