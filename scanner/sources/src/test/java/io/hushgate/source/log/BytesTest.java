package io.hushgate.source.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {
    /** Control characters, their neighbours, and what is at the borders of a byte. */
    private static final byte[] ALPHABET = {
        0, 8, 9, 10, 13, 27, 31, 32, 33, 'a', 'b', 127, -128, -1
    };

    @Test
    void findsTheNextControlCharacterAsALoopDoes() {
        qt().withFixedSeed(20261122L)
                .withExamples(3_000)
                .forAll(integers().between(0, 60), integers().allPositive())
                .check((length, seed) -> {
                    Random random = new Random(seed);
                    byte[] bytes = new byte[length];
                    int few = 1 + random.nextInt(ALPHABET.length);
                    for (int i = 0; i < length; i++) {
                        bytes[i] = ALPHABET[ALPHABET.length - 1 - random.nextInt(few)];
                    }
                    int from = length == 0 ? 0 : random.nextInt(length);
                    int to = from + random.nextInt(length - from + 1);
                    return Bytes.control(bytes, from, to) == control(bytes, from, to);
                });
    }

    private static int control(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') {
                return i;
            }
        }
        return to;
    }

    @Test
    void countsUnitsOfText() {
        byte[] text =
                "a\u00e9\u4e2d\ud83d\ude00 and more than eight".getBytes(StandardCharsets.UTF_8);
        assertThat(Bytes.units(text, 0, text.length)).isEqualTo(25);
    }
}
