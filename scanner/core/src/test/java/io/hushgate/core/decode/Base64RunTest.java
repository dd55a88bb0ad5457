package io.hushgate.core.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Base64RunTest {
    @Test
    void nextStopsInEveryRunThatIsLongEnough() {
        qt().withExamples(5000)
                .forAll(
                        integers().between(0, 200),
                        integers().between(Base64Run.MIN_DIGITS, 120),
                        integers().between(0, 30),
                        integers().between(0, 255))
                .checkAssert((before, digits, after, filler) -> {
                    String other = Character.toString(Base64Bytes.isDigit(filler) ? ' ' : filler);
                    byte[] text =
                            (other.repeat(before)
                                            + "aZ09+/-_".repeat(15).substring(0, digits)
                                            + other.repeat(after))
                                    .getBytes(StandardCharsets.ISO_8859_1);
                    int end = before + digits;
                    int at = Base64Run.next(text, 0, text.length);
                    while (at < before) {
                        at = Base64Run.next(text, at + 1, text.length);
                    }
                    assertThat(at).isBetween(before, end - 1);
                    assertThat(Base64Run.start(text, at, 0)).isEqualTo(before);
                    assertThat(Base64Run.next(text, before, text.length)).isLessThan(end);
                });
    }

    @Test
    void nextPassesByWords() {
        byte[] text =
                "the words of a text are short (and so is 'MostOfTheCamelCase' in code); "
                        .repeat(100)
                        .getBytes(StandardCharsets.US_ASCII);
        assertThat(Base64Run.next(text, 0, text.length)).isEqualTo(text.length);
    }

    @Test
    void nextLooksAtNothingBehindTheLimitOrTheText() {
        byte[] digits = "a".repeat(60).getBytes(StandardCharsets.US_ASCII);
        assertThat(Base64Run.next(digits, 1, 32)).isEqualTo(32);
        assertThat(Base64Run.next(digits, 60, 60)).isEqualTo(60);
        assertThat(Base64Run.next(new byte[3], 0, 3)).isEqualTo(3);
    }
}
