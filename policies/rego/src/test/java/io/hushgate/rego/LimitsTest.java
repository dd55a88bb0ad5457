package io.hushgate.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.eval.EvalLimits;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoBoolean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Hostile policies and documents: each ends with an error that says which rule asked for too much.
 */
final class LimitsTest {
    private static final EvalLimits ENOUGH = EvalLimits.DEFAULT;

    /** Nine loops of a hundred within each other: 10^18 steps. */
    private static final String ENDLESS =
            """
            package app

            xs := numbers.range(1, 100)

            p if {
            	some a in xs
            	some b in xs
            	some c in xs
            	some d in xs
            	some e in xs
            	some f in xs
            	some g in xs
            	some h in xs
            	some i in xs
            	a + b + c + d + e + f + g + h + i < 0
            }
            """;

    @Test
    void stepsRunOut() {
        EvalLimits few = new EvalLimits(100_000, ENOUGH.time(), ENOUGH.bytes(), ENOUGH.depth());
        assertThatThrownBy(() -> limited(ENDLESS, few).value("data.app.p"))
                .isInstanceOf(RegoException.class)
                .hasMessageContaining("eval_cancel_error: more than 100000 steps, in data.app.p");
    }

    @Test
    void timeRunsOut() {
        EvalLimits quick =
                new EvalLimits(
                        ENOUGH.steps(), Duration.ofMillis(50), ENOUGH.bytes(), ENOUGH.depth());
        assertThatThrownBy(() -> limited(ENDLESS, quick).value("data.app.p"))
                .hasMessageContaining("longer than 50 ms, in data.app.p");
    }

    @Test
    void memoryRunsOut() {
        String greedy =
                """
                package app

                xs := numbers.range(1, 1000)

                p contains [a, b] if {
                	some a in xs
                	some b in xs
                }
                """;
        EvalLimits small = new EvalLimits(ENOUGH.steps(), ENOUGH.time(), 1_000_000, ENOUGH.depth());
        assertThatThrownBy(() -> limited(greedy, small).value("data.app.p"))
                .hasMessageContaining("more than 1000000 bytes of values made, in data.app.p");
    }

    @Test
    void stringsThatDoubleCountAsMemory() {
        StringBuilder module = new StringBuilder("package app\n\ns0 := \"0123456789abcdef\"\n");
        for (int i = 1; i <= 60; i++) {
            module.append("s%d := concat(\"\", [s%d, s%d])\n".formatted(i, i - 1, i - 1));
        }
        EvalLimits small =
                new EvalLimits(ENOUGH.steps(), ENOUGH.time(), 50_000_000, ENOUGH.depth());
        assertThatThrownBy(() -> limited(module.toString(), small).value("data.app.s60"))
                .isInstanceOf(RegoException.class);
    }

    @Test
    void anotherThreadCanCancel() throws InterruptedException {
        Evaluation evaluation = limited(ENDLESS, ENOUGH);
        AtomicReference<@Nullable RegoException> end = new AtomicReference<>();
        CountDownLatch running = new CountDownLatch(1);
        Thread worker =
                Thread.ofPlatform()
                        .start(() -> {
                            running.countDown();
                            try {
                                evaluation.value("data.app.p");
                            } catch (RegoException e) {
                                end.set(e);
                            }
                        });
        running.await();
        evaluation.cancel();
        worker.join();
        assertThat(end.get()).hasMessageContaining("caller cancelled query execution");
    }

    @Test
    void longChainsOfRulesNeedNoBigStack() throws InterruptedException {
        Evaluation evaluation = limited(chain(3_000), ENOUGH);
        AtomicReference<@Nullable Object> answer = new AtomicReference<>();
        Thread small =
                Thread.ofPlatform()
                        .stackSize(256 << 10)
                        .start(() -> answer.set(evaluation.value("data.app.p3000")));
        small.join();
        assertThat(answer.get()).isEqualTo(RegoBoolean.TRUE);
    }

    @Test
    void chainsOfRulesAreBounded() {
        EvalLimits shallow = new EvalLimits(ENOUGH.steps(), ENOUGH.time(), ENOUGH.bytes(), 100);
        assertThatThrownBy(() -> limited(chain(200), shallow).value("data.app.p200"))
                .hasMessageContaining("more than 100 rules wait for each other, in data.app.p100");
    }

    @Test
    void nestedDocumentsAreWalked() {
        int depth = 900;
        String nested = "[".repeat(depth) + "]".repeat(depth);
        Evaluation evaluation =
                Rego.create()
                        .withModule(
                                "app.rego",
                                "package app\n\np := count([path | walk(input, [path, _])])")
                        .compile()
                        .evaluate(JsonReader.standard().read(nested));
        assertThat(evaluation.value("data.app.p")).hasToString("900");
    }

    @Test
    void longBodiesNeedNoBigStack() {
        StringBuilder module = new StringBuilder("package app\n\np if {\n");
        for (int i = 0; i < 5_000; i++) {
            module.append("\tinput.a != ").append(i).append('\n');
        }
        Evaluation evaluation =
                Rego.create()
                        .withModule("app.rego", module.append("}\n").toString())
                        .compile()
                        .evaluate(JsonReader.standard().read("{\"a\": -1}"));
        assertThat(evaluation.value("data.app.p")).isEqualTo(RegoBoolean.TRUE);
    }

    /** A rule that needs a rule that needs a rule. */
    private static String chain(int length) {
        StringBuilder module = new StringBuilder("package app\n\np0 := true\n");
        for (int i = 1; i <= length; i++) {
            module.append("p%d if p%d\n".formatted(i, i - 1));
        }
        return module.toString();
    }

    private static Evaluation limited(String module, EvalLimits limits) {
        return Rego.create()
                .withModule("app.rego", module)
                .withSettings(Settings.standard().withLimits(limits))
                .compile()
                .evaluate(null);
    }
}
