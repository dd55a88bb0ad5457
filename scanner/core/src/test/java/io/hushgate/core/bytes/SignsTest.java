package io.hushgate.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SignsTest {
    @Test
    void agreesWithASearchForEveryByte() {
        String characters = "\u0000 +/0129:?@AZ[_`az{~\u007f";
        Signs signs = Signs.of(characters);

        for (int b = -128; b < 256; b++) {
            assertThat(signs.has(b)).as("%d", b).isEqualTo(characters.indexOf(b) >= 0);
        }
    }

    @Test
    void takesAsciiOnly() {
        assertThatThrownBy(() -> Signs.of("a\u00e9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+00E9");
    }
}
