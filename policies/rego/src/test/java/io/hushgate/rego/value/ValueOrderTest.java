package io.hushgate.rego.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
    @Test
    void isTotal() {
        qt().forAll(SomeValues.values(), SomeValues.values(), SomeValues.values())
                .checkAssert((a, b, c) -> {
                    assertThat(Integer.signum(a.compareTo(b)))
                            .isEqualTo(-Integer.signum(b.compareTo(a)));
                    List<Value> sorted = new ArrayList<>(List.of(a, b, c));
                    sorted.sort(null);
                    assertThat(sorted.get(0).compareTo(sorted.get(1))).isLessThanOrEqualTo(0);
                    assertThat(sorted.get(1).compareTo(sorted.get(2))).isLessThanOrEqualTo(0);
                    assertThat(sorted.get(0).compareTo(sorted.get(2))).isLessThanOrEqualTo(0);
                });
    }

    @Test
    void agreesWithEqualityAndHash() {
        qt().forAll(SomeValues.values(), SomeValues.values())
                .checkAssert((a, b) -> {
                    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
                    if (a.equals(b)) {
                        assertThat(a).hasSameHashCodeAs(b);
                    }
                });
    }

    @Test
    void goesByKindFirst() {
        List<Value> ascending =
                List.of(
                        RegoNull.NULL,
                        RegoBoolean.FALSE,
                        RegoBoolean.TRUE,
                        RegoNumber.of(-1),
                        RegoNumber.parse("0.5"),
                        RegoNumber.of(1),
                        RegoString.of("a"),
                        RegoArray.EMPTY,
                        RegoObject.EMPTY,
                        RegoSet.EMPTY,
                        RegoSet.of(RegoNumber.of(1)));
        List<Value> shuffled = new ArrayList<>(ascending);
        java.util.Collections.reverse(shuffled);
        shuffled.sort(null);
        assertThat(shuffled).isEqualTo(ascending);
    }

    @Test
    void ordersStringsByCodePoint() {
        RegoString privateUse = RegoString.of("\uE000");
        RegoString emoji = RegoString.of("\uD83D\uDE00");
        assertThat(privateUse).isLessThan(emoji);
        assertThat(emoji.length()).isEqualTo(1);
    }

    @Test
    void takesNumbersForWhatTheyDenote() {
        RegoNumber one = RegoNumber.parse("1.0");
        assertThat(one).isEqualTo(RegoNumber.of(1)).hasToString("1.0");
        assertThat(one).hasSameHashCodeAs(RegoNumber.of(1));
        assertThat(RegoNumber.parse("1e30")).isEqualTo(RegoNumber.parse("10e29"));
        assertThat(RegoNumber.parse("-0")).isEqualTo(RegoNumber.ZERO).hasToString("-0");
    }

    @Test
    void comparesObjectsEntryByEntry() {
        RegoObject a = RegoObject.builder().put("a", RegoNumber.of(2)).build();
        RegoObject b =
                RegoObject.builder().put("a", RegoNumber.of(1)).put("b", RegoNumber.of(1)).build();
        assertThat(b).isLessThan(a);
    }

    @Test
    void survivesAnyDepth() {
        Value arrays = RegoNumber.ONE;
        Value others = RegoNumber.ONE;
        Value sets = RegoNumber.ONE;
        for (int i = 0; i < 100_000; i++) {
            arrays = RegoArray.of(arrays);
            others = RegoArray.of(others);
            sets = RegoSet.of(RegoObject.of(sets, RegoArray.of(sets)), RegoSet.EMPTY);
            if (i == 300) {
                sets = RegoSet.of(RegoNumber.ONE, RegoSet.of(RegoNumber.ONE));
            }
        }
        assertThat(arrays.equals(others)).isTrue();
        assertThat(arrays.compareTo(others)).isZero();
        assertThat(arrays.hashCode()).isEqualTo(others.hashCode());
        assertThat(arrays.toString()).hasSize(200_001);
        assertThat(sets.compareTo(RegoSet.EMPTY)).isPositive();
    }

    @Test
    void survivesDepthInSetsThatMustBeSorted() {
        Value a = RegoSet.of(RegoNumber.ONE);
        Value b = RegoSet.of(RegoNumber.ONE);
        for (int i = 0; i < 100_000; i++) {
            a = RegoSet.of(a, RegoSet.of(RegoNumber.of(i)));
            b = RegoSet.of(b, RegoSet.of(RegoNumber.of(i)));
        }
        assertThat(a.compareTo(b)).isZero();
        assertThat(JsonWriter.COMPACT.write(a)).startsWith("[[");
    }
}
