package io.hushgate.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.Evaluation;
import io.hushgate.rego.Rego;
import io.hushgate.rego.builtin.Builtin.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@code functions.txt} says of each function of OPA is so. */
final class FunctionsOfOpaTest {
    private static Map<String, String> states() throws IOException {
        Map<String, String> states = new TreeMap<>();
        try (InputStream in = FunctionsOfOpaTest.class.getResourceAsStream("functions.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int blank = line.indexOf(' ');
                        states.put(line.substring(0, blank), line.substring(blank + 1));
                    });
        }
        return states;
    }

    @Test
    void allAreThere() throws IOException {
        assertThat(states().keySet())
                .hasSize(204)
                .allSatisfy(
                        name -> assertThat(Builtins.standard().find(name)).as(name).isNotNull());
    }

    @Test
    void theOldOnesAreRefusedInVersion1() throws IOException {
        states().forEach((name, state) ->
                assertThat(
                                Objects.requireNonNull(Builtins.standard().find(name))
                                        .is(Trait.DEPRECATED))
                        .as(name)
                        .isEqualTo(state.equals("old")));
    }

    @Test
    void refusedOnesEndTheQueryWithAMessage() {
        assertRefused("graphql.is_valid(\"{a}\", \"type Query { a: Int }\")", "GraphQL");
        assertRefused("providers.aws.sign_req({}, {}, 1)", "requests to AWS are not signed");
        assertRefused(
                "http.send({\"method\": \"get\", \"url\": \"http://127.0.0.1\"})", "http.send");
        assertRefused("net.lookup_ip_addr(\"example.org\")", "net.lookup_ip_addr");
    }

    @Test
    void theEnvironmentIsUndefinedUnlessItIsGiven() {
        assertThat(evaluation("opa.runtime().env").value("data.a.p")).isNull();
    }

    private static void assertRefused(String call, String message) {
        assertThatThrownBy(() -> evaluation(call).value("data.a.p"))
                .hasMessageContaining("a.rego:3: eval_builtin_error")
                .hasMessageContaining(message);
    }

    private static Evaluation evaluation(String term) {
        return Rego.create()
                .withModule("a.rego", "package a\n\np := " + term + "\n")
                .compile()
                .evaluate(null);
    }
}
