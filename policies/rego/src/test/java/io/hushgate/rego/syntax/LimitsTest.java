package io.hushgate.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.ast.Walk;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts made to hurt. The timeouts are a hundred times what is needed, so that only a change of
 * order shows.
 */
@Timeout(60)
class LimitsTest {
    private static final int MANY = 100_000;

    /** What a thread of a small server has; the default is twice that. */
    private static final long SMALL_STACK = 512 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "(",
                "{x: ",
                "[x | ",
                "{x | ",
                "f(",
                "a[",
                "$\"{",
                "- ",
                "not ",
                "x + ",
                "x in ",
                "a | ",
                "every x in xs { ",
                "a and ",
                "{ a } or ",
                "not (",
                "({",
                "{a or ",
                "[a | b, ",
                "x == [y | {z: "
            })
    void refusesWhatIsNestedTooDeep(String opening) {
        String body = opening.repeat(MANY);
        String message = refusal("package a\nimport future.keywords\np if {\n" + body);
        assertThat(message).contains("rego_parse_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "f(", "{1: "})
    void readsWhatIsNestedJustDeepEnough(String opening) {
        int depth = TokenStream.MAX_DEPTH - 10;
        String closing =
                switch (opening) {
                    case "[" -> "]";
                    case "{1: " -> "}";
                    default -> ")";
                };
        String text = "package a\np := " + opening.repeat(depth) + "1" + closing.repeat(depth);
        assertThat(refusal(text)).isEmpty();
    }

    @Test
    void goingBackCostsNothing() {
        int depth = 60;
        String text = "package a\np := " + "[a | ".repeat(depth) + "b" + ", c]".repeat(depth);
        assertThat(refusal(text)).isEmpty();
        String broken = "package a\np := " + "{a | ".repeat(depth) + ",".repeat(depth);
        assertThat(refusal(broken)).contains("unexpected , token");
    }

    @Test
    void longFlatTextsAreRead() {
        String text = "package a\n" + "p contains 1 if { x := [1, 2]; x[0] == 1 }\n".repeat(20_000);
        assertThat(Parser.parseModule(new Source("", text), ParserOptions.V1).rules())
                .hasSize(20_000);
    }

    @Test
    void stopsAfterManyErrors() {
        try {
            Parser.parseModule("", "package a\n" + "p := ]\n".repeat(MANY));
        } catch (RegoException e) {
            assertThat(e.errors())
                    .hasSizeBetween(TokenStream.MAX_ERRORS, TokenStream.MAX_ERRORS + 2);
        }
    }

    /**
     * The message of the refusal, or "" if the text is read, walked and printed on a small stack.
     */
    private static String refusal(String text) {
        AtomicReference<Object> outcome = new AtomicReference<>("died");
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            try {
                                var module = Parser.parseModule("", text);
                                Walk.vars(module, v -> {});
                                assertThat(module.toString()).isNotEmpty();
                                assertThat(module.hashCode()).isEqualTo(module.hashCode());
                                outcome.set("");
                            } catch (RegoException e) {
                                outcome.set(e.getMessage());
                            } catch (StackOverflowError e) {
                                outcome.set("stack overflow");
                            }
                        },
                        "small",
                        SMALL_STACK);
        thread.start();
        try {
            thread.join(Duration.ofSeconds(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return outcome.get().toString();
    }
}
