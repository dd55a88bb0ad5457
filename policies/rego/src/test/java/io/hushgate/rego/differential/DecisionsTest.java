package io.hushgate.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.bench.Documents;
import io.hushgate.rego.bench.Policies;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The policies of the benchmark decide as they do in {@code opa}, on every document that is
 * measured.
 */
final class DecisionsTest {
    @Test
    void decidesKubernetesObjectsAsOpaDoes() throws IOException, InterruptedException {
        compare("rbac.rego", "kubernetes/rbac", Documents.kubernetes(2_000));
    }

    @Test
    void decidesVaultPoliciesAsOpaDoes() throws IOException, InterruptedException {
        compare("vault.rego", "vault/policy", Documents.vault(2_000));
    }

    private static void compare(String module, String path, List<Value> documents)
            throws IOException, InterruptedException {
        assumeTrue(Opa.binary().isPresent(), "no opa.binary");
        String text = Policies.read(module);
        Program program = Rego.create().withModule(module, text).compile();
        String document = "data." + path.replace('/', '.');
        try (Opa opa = Opa.start(Opa.binary().orElseThrow())) {
            assertThat(opa.load("decisions", text)).isEmpty();
            for (Value input : documents) {
                assertThat(Ours.evaluate(program, document, input))
                        .as("decision on %s", input)
                        .isEqualTo(opa.evaluate(path, input));
            }
        }
    }
}
