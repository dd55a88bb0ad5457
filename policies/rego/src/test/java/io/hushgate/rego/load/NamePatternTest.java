package io.hushgate.rego.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "main.*, main.gke, true",
        "main.*, main.gke.x, true",
        "main.*, main, false",
        "*, a/b, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "[a-c]x, bx, true",
        "[^a-c]x, bx, false",
        "a[.]b, a.b, true",
        "a[.]b, axb, false",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "a(b, a(b, true",
    })
    void readsAsGoDoes(String pattern, String name, boolean matches) {
        assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "a\\", "[]"})
    void refusesWhatIsNotClosed(String pattern) {
        assertThatThrownBy(() -> NamePattern.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no pattern");
    }

    @Test
    void takesLinearTime() {
        assertThat(NamePattern.of("*a".repeat(100)).matches("a".repeat(20_000) + "b")).isFalse();
    }
}
