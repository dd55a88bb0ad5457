package io.hushgate.run;

import io.hushgate.report.RunTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * The time that reports tell of a run: the clock's, or the one that {@code SOURCE_DATE_EPOCH}
 * names, in seconds since 1970 (reproducible-builds.org), so that equal input gives equal bytes.
 * What depends on the day, such as whether a suppression has expired, goes by the clock.
 */
final class ToldTime {
    private static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private ToldTime() {}

    /**
     * The time of a run that ends now.
     *
     * @throws RunProblem when the variable holds no number of seconds
     */
    static RunTime since(Instant began, Map<String, String> environment) {
        String seconds = environment.get(VARIABLE);
        if (seconds == null || seconds.isEmpty()) {
            return new RunTime(began, Instant.now());
        }
        try {
            Instant told = Instant.ofEpochSecond(Long.parseLong(seconds));
            return new RunTime(told, told);
        } catch (NumberFormatException | DateTimeException e) {
            throw new RunProblem(
                    "%s: '%s' is no number of seconds since 1970; correct or unset it"
                            .formatted(VARIABLE, seconds),
                    e);
        }
    }
}
