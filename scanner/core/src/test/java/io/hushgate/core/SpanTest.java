package io.hushgate.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class SpanTest {
    private static Gen<Span> spans() {
        return longs().between(0, 40)
                .zip(longs().between(0, 10), (from, length) -> new Span(from, from + length));
    }

    @Test
    void overlapIsSymmetric() {
        qt().forAll(spans(), spans()).check((a, b) -> a.overlaps(b) == b.overlaps(a));
    }

    @Test
    void touchingRangesDoNotOverlap() {
        assertThat(new Span(0, 4).overlaps(new Span(4, 8))).isFalse();
    }
}
