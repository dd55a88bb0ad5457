package io.hushgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 9, 999, 1_000, 12_345, 999_999, 1_000_000, Long.MAX_VALUE})
    void groupsThousandsAsAFormatterDoes(long count) {
        assertThat(Amount.of(count)).isEqualTo(String.format(Locale.ROOT, "%,d", count));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "1049, 1.0 kB",
        "1050, 1.1 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "1070000000, 1.1 GB",
        "1500000000000000, 1500.0 TB",
        "9223372036854775807, 9223372.0 TB",
    })
    void roundsSizesToATenth(long bytes, String shown) {
        assertThat(Amount.ofBytes(bytes)).isEqualTo(shown);
    }
}
