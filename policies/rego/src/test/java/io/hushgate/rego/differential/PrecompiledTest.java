package io.hushgate.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.Evaluation;
import io.hushgate.rego.Precompiled;
import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.bench.Documents;
import io.hushgate.rego.bench.Policies;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A program from an image answers as the program that the image was made of, and a program whose
 * bodies are lowered when they are needed as one that is watched, and so lowered at once.
 */
final class PrecompiledTest {
    private static final int POLICIES = 300;
    private static final int DOCUMENTS = 8;

    @Test
    void answersAsTheProgramItWasMadeOf() {
        int compiled = 0;
        for (int seed = 0; seed < POLICIES; seed++) {
            Random random = new Random(seed * 0x9e3779b97f4a7c15L);
            RandomDocument documents = new RandomDocument(random);
            RegoObject data = RegoObject.of(RegoString.of("base"), documents.next());
            String module = new RandomPolicy(random).module("generated");
            Program program;
            try {
                program =
                        Rego.create().withModule("generated.rego", module).withData(data).compile();
            } catch (RegoException refused) {
                continue;
            }
            compiled++;
            Precompiled image = Precompiled.read(Precompiled.image(program)).withData(data);
            Program watched = program.watchable();
            for (int i = 0; i < DOCUMENTS; i++) {
                RegoObject input = documents.next();
                String expected = outcome(program.evaluate(input));
                assertThat(outcome(image.evaluate(input)))
                        .as("seed %d, input %s%n%s", seed, input, module)
                        .isEqualTo(expected);
                assertThat(outcome(watched.evaluate(input)))
                        .as("watched, seed %d, input %s%n%s", seed, input, module)
                        .isEqualTo(expected);
            }
        }
        assertThat(compiled).isGreaterThan(POLICIES / 2);
    }

    @Test
    void answersAsThePoliciesOfTheBenchmark() throws IOException {
        compare("rbac.rego", "data.kubernetes.rbac", Documents.kubernetes(300));
        compare("vault.rego", "data.vault.policy", Documents.vault(300));
    }

    @Test
    void keepsWhereSomethingFails() {
        String module =
                """
                package a

                p := x if {
                    some x in input.xs
                }

                q := {k: v | some k in ["a", "a"]; some v in input.xs}

                r if p with input.xs as [1]
                """;
        Program program = Rego.create().withModule("a.rego", module).compile();
        Evaluation evaluation =
                Precompiled.read(Precompiled.image(program))
                        .evaluate(JsonReader.standard().read("{\"xs\": [1, 2]}"));
        assertThatThrownBy(() -> evaluation.value("data.a.p")).hasMessageContaining("a.rego:3");
        assertThatThrownBy(() -> evaluation.value("data.a.q")).hasMessageContaining("a.rego:7");
        assertThat(String.valueOf(evaluation.value("data.a.r"))).isEqualTo("true");
    }

    @Test
    void refusesTheImageOfAnotherVersion() {
        byte[] image = Precompiled.image(Rego.create().withModule("a.rego", "package a").compile());
        image[0]++;
        assertThatThrownBy(() -> Precompiled.read(image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the image was made by another version of the engine; make it anew");
    }

    @Test
    void lowersFromManyThreadsAtOnce() throws Exception {
        String text = Policies.read("rbac.rego");
        List<Value> documents = Documents.kubernetes(200);
        Program program = Rego.create().withModule("rbac.rego", text).compile();
        List<String> expected = new ArrayList<>();
        for (Value document : documents) {
            expected.add(outcome(program.evaluate(document), "data.kubernetes.rbac"));
        }
        byte[] image = Precompiled.image(program);
        for (int round = 0; round < 20; round++) {
            Precompiled cold = Precompiled.read(image);
            List<List<String>> answers =
                    IntStream.range(0, 4)
                            .parallel()
                            .mapToObj(thread ->
                                    documents.stream()
                                            .map(document ->
                                                    outcome(
                                                            cold.evaluate(document),
                                                            "data.kubernetes.rbac"))
                                            .toList())
                            .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(expected));
        }
    }

    private static void compare(String module, String path, List<Value> documents)
            throws IOException {
        Program program = Rego.create().withModule(module, Policies.read(module)).compile();
        Precompiled image = Precompiled.read(Precompiled.image(program));
        for (Value document : documents) {
            assertThat(outcome(image.evaluate(document), path))
                    .isEqualTo(outcome(program.evaluate(document), path));
        }
    }

    private static String outcome(Evaluation evaluation) {
        return outcome(evaluation, "data.generated");
    }

    private static String outcome(Evaluation evaluation, String path) {
        try {
            return String.valueOf(evaluation.value(path));
        } catch (RegoException e) {
            return e.getMessage();
        }
    }
}
