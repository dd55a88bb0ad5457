package io.hushgate.rego;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.eval.EvalLimits;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates whatever compiles: a value, nothing, or an error of the policy's are answers, and the
 * same ones when asked again. {@code src/bench/fuzz} searches; without it, the seeds are tried.
 */
final class EvaluationFuzzTest {
    private static final Settings SETTINGS =
            Settings.standard()
                    .withClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                    .withLimits(new EvalLimits(200_000, Duration.ofSeconds(10), 64L << 20, 200));

    private static final Value INPUT =
            JsonReader.standard()
                    .read(
                            """
                            {"a": 1, "b": [1, "two", null, {"c": true}], "s": "x.y/z", "n": -0.5,
                             "o": {"k": "v", "l": [[]]}}
                            """);

    @FuzzTest(maxDuration = "2m")
    void answersOrSaysWhyNot(byte[] bytes) {
        Rego rego = Rego.create().withSettings(SETTINGS);
        Program program;
        try {
            Module module = Parser.parseModule("fuzz.rego", bytes, ParserOptions.V1);
            program = rego.withModule(module).compile();
        } catch (RegoException expected) {
            return;
        }
        assertThat(answer(program)).isEqualTo(answer(program));
    }

    private static Object answer(Program program) {
        try {
            @Nullable Value value = program.evaluate(INPUT).value(List.of());
            return String.valueOf(value);
        } catch (RegoException e) {
            assertThat(e.errors()).isNotEmpty();
            return e.errors().getFirst().code();
        }
    }
}
