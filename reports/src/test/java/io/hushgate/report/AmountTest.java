package io.hushgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void nounsAgreeWithTheirNumbers() {
        assertThat(Amount.of(1, "finding")).isEqualTo("1 finding");
        assertThat(Amount.of(5_000, "finding")).isEqualTo("5,000 findings");
        assertThat(Amount.of(0, "policy")).isEqualTo("0 policies");
        assertThat(Amount.of(20, "day")).isEqualTo("20 days");
    }

    @Test
    void bytesAreToldInThousands() {
        assertThat(Amount.ofBytes(999)).isEqualTo("999 bytes");
        assertThat(Amount.ofBytes(999_960)).isEqualTo("1.0 MB");
        assertThat(Amount.ofBytes(8_812_345)).isEqualTo("8.8 MB");
    }

    @Test
    void timesAreToldInTheirGreatestSensibleUnit() {
        assertThat(Amount.of(Duration.ofSeconds(59))).isEqualTo("0 minutes");
        assertThat(Amount.of(Duration.ofMinutes(61))).isEqualTo("1 hour");
        assertThat(Amount.of(Duration.ofHours(47))).isEqualTo("47 hours");
        assertThat(Amount.of(Duration.ofDays(59))).isEqualTo("59 days");
        assertThat(Amount.of(Duration.ofDays(400))).isEqualTo("13 months");
        assertThat(Amount.of(Duration.ofDays(1_500))).isEqualTo("4 years");
    }
}
