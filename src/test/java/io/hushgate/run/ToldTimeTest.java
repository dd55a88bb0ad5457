package io.hushgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.report.RunTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTimeTest {
    private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");

    private static RunTime told(String seconds) {
        return ToldTime.since(BEGAN, Map.of("SOURCE_DATE_EPOCH", seconds));
    }

    @Test
    void isTheClocksWhereNobodySaysAnother() {
        assertThat(ToldTime.since(BEGAN, Map.of()).began()).isEqualTo(BEGAN);
        assertThat(ToldTime.since(BEGAN, Map.of()).ended()).isAfter(BEGAN);
        assertThat(told("").began()).isEqualTo(BEGAN);
    }

    @Test
    void isTheOneThatTheEnvironmentNames() {
        Instant named = Instant.parse("2001-09-09T01:46:40Z");
        assertThat(told("1000000000")).isEqualTo(new RunTime(named, named));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1.5", "99999999999999999"})
    void refusesWhatIsNoTime(String seconds) {
        assertThatThrownBy(() -> told(seconds))
                .isInstanceOf(RunProblem.class)
                .hasMessage(
                        "SOURCE_DATE_EPOCH: '%s' is no number of seconds since 1970; correct or unset it",
                        seconds);
    }
}
