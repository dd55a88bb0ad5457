package io.hushgate.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private static final int LENGTH = 5000;

    /** Line feeds, and bytes that differ from them by a bit or a borrow. */
    private static final byte[] LIKELY = {'\n', '\n', '\n', 0x0b, 0x09, (byte) 0x8a, 0, -1};

    @Test
    void countsTheLineFeedsThatComparingCounts() {
        byte[] text = new byte[LENGTH];
        Random random = new Random(1);
        for (int i = 0; i < text.length; i++) {
            text[i] = LIKELY[random.nextInt(LIKELY.length)];
        }
        assertCounts(text);
    }

    @Test
    void countsMoreLineFeedsInARowThanAByteCanCount() {
        byte[] text = new byte[LENGTH];
        Arrays.fill(text, (byte) '\n');
        assertCounts(text);
    }

    private static void assertCounts(byte[] text) {
        qt().withExamples(2000)
                .forAll(integers().between(0, LENGTH), integers().between(0, LENGTH))
                .checkAssert((a, b) -> {
                    int from = Math.min(a, b);
                    int to = Math.max(a, b);
                    assertThat(Positions.lineFeeds(text, from, to))
                            .isEqualTo(
                                    (int)
                                            IntStream.range(from, to)
                                                    .filter(i -> text[i] == '\n')
                                                    .count());
                });
    }
}
