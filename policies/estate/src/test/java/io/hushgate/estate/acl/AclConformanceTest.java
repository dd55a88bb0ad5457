package io.hushgate.estate.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.tree.JsonReader;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.vault.PolicyText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The cases of OpenBao's own test suite, and random policies with the answers of its compiled code.
 */
class AclConformanceTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("shared.dir", "../shared"), "corpora", "acl-conformance");

    private static List<Stanza> stanzas(String name, String text) {
        PolicyText policy = PolicyText.read(Source.of(text), Limits.DEFAULT);
        return policy.rules().stream()
                .map(rule -> new Stanza(name, rule, new Provenance(name, 1, 1, Confidence.HIGH)))
                .toList();
    }

    @Test
    void decidesEveryCaseOfTheTestSuite() throws IOException {
        Path file = CORPUS.resolve("acl_cases.json");
        assumeTrue(Files.exists(file), "acl-conformance/acl_cases.json");
        Mapping root = (Mapping) json(Files.readString(file));

        List<String> wrong = new ArrayList<>();
        List<Mapping> cases = root.mappings("cases");
        for (Mapping one : cases) {
            List<Stanza> stanzas = new ArrayList<>();
            for (String policy : one.texts("policies")) {
                stanzas.addAll(stanzas(policy, root.mapping("policies").text(policy)));
            }
            Operation operation = Operation.valueOf(one.text("op").toUpperCase(Locale.ROOT));
            boolean vaultDiffers = one.scalar("vault_allowed").isPresent();
            for (Dialect dialect : Dialect.values()) {
                String key = dialect == Dialect.VAULT && vaultDiffers ? "vault_allowed" : "allowed";
                Decision decision = Acl.of(stanzas, dialect).decide(operation, one.text("path"));
                boolean sudoKnown = one.scalar("sudo").isPresent();
                if (decision.allowed() != one.text(key).equals("true")
                        || (sudoKnown && decision.sudo() != one.text("sudo").equals("true"))) {
                    wrong.add(dialect + " " + operation + " " + one.text("path") + " " + decision);
                }
            }
        }

        assertThat(cases).hasSize(95);
        assertThat(wrong).isEmpty();
    }

    @Test
    void agreesWithTheServerOnRandomPolicies() throws IOException {
        Path file = CORPUS.resolve("vectors-dev.jsonl.gz");
        assumeTrue(Files.exists(file), "acl-conformance/vectors-dev.jsonl.gz");

        List<String> wrong = new ArrayList<>();
        int read = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read++;
                Mapping vector = (Mapping) json(line);
                StringBuilder policy = new StringBuilder();
                for (Mapping stanza : vector.mappings("stanzas")) {
                    policy.append(
                            "path \"%s\" { capabilities = [\"%s\"] }\n"
                                    .formatted(
                                            stanza.text("path"),
                                            String.join("\", \"", stanza.texts("capabilities"))));
                }
                Acl acl = Acl.of(stanzas("random", policy.toString()), Dialect.OPENBAO);
                List<String> effective =
                        acl.decide(Operation.READ, vector.text("request"))
                                .by()
                                .map(Grant::capabilities)
                                .filter(capabilities -> !capabilities.isEmpty())
                                .map(capabilities ->
                                        capabilities.stream().map(Capability::text).toList())
                                .orElse(List.of("deny"));
                if (!new TreeSet<>(effective).equals(new TreeSet<>(vector.texts("effective")))) {
                    wrong.add(line + " gave " + effective);
                }
            }
        }

        assertThat(read).isEqualTo(9_992);
        assertThat(wrong).isEmpty();
    }

    private static Node json(String text) {
        return new JsonReader(Limits.DEFAULT).read(Source.of(text)).documents().getFirst();
    }
}
