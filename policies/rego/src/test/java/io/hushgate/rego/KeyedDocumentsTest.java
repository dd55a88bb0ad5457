package io.hushgate.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.eval.EvalLimits;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Partial documents that are asked for key after key. */
class KeyedDocumentsTest {
    private static Value rows(int count) {
        RegoArray.Builder rows = RegoArray.builder();
        for (int i = 0; i < count; i++) {
            rows.add(
                    RegoObject.builder()
                            .put("name", RegoString.of("n" + i))
                            .put("value", RegoNumber.of(i))
                            .build());
        }
        return RegoObject.builder().put("rows", rows.build()).build();
    }

    private static Value answer(String module, Value input, long steps) {
        EvalLimits limits =
                new EvalLimits(steps, Duration.ofMinutes(10), EvalLimits.DEFAULT.bytes(), 4_000);
        Program program =
                Rego.create()
                        .withModule("k.rego", module)
                        .withSettings(Settings.standard().withLimits(limits))
                        .compile();
        return Objects.requireNonNull(program.evaluate(input).value("data.k.answer"));
    }

    @Test
    void askingForEachKeyOfALongListCostsNoMoreThanItIsLong() {
        String module =
                """
                package k
                by_name[row.name] contains row.value if some row in input.rows
                names contains row.name if some row in input.rows
                answer := sum([value |
                    some row in input.rows
                    names[row.name]
                    some value in by_name[row.name]
                ])
                """;

        assertThat(answer(module, rows(5_000), 2_000_000)).isEqualTo(RegoNumber.of(12_497_500));
    }

    @Test
    void aWholeThatFailsDoesNotFailItsParts() {
        String module =
                """
                package k
                by_name[row.name] := row.value if some row in input.rows
                by_name["clash"] := 1
                by_name["clash"] := 2
                answer := count([1 | some row in input.rows; by_name[row.name] == row.value])
                """;

        assertThat(answer(module, rows(100), 2_000_000)).isEqualTo(RegoNumber.of(100));
    }
}
