package io.hushgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container image, from scratch: layers, configuration, and that its entry point runs. */
class ContainerImageIT {
    private static final Path ARCHIVE = Path.of(System.getProperty("distribution.image", ""));

    @TempDir private static Path directory;
    private static Path root;
    private static JsonNode configuration;
    private static BareMachine machine;

    @BeforeAll
    static void unpack() throws Exception {
        assertThat(ARCHIVE).isRegularFile();
        machine = BareMachine.in(directory);
        Path image = Files.createDirectory(directory.resolve("image"));
        root = Files.createDirectory(directory.resolve("root"));
        machine.run(image, "tar", "-xf", ARCHIVE.toString());
        ObjectMapper json = new ObjectMapper();
        JsonNode manifest = json.readTree(image.resolve("manifest.json").toFile()).get(0);
        configuration = json.readTree(image.resolve(manifest.get("Config").asText()).toFile());
        for (JsonNode layer : manifest.get("Layers")) {
            String file = image.resolve(layer.asText()).toString();
            assertThat(machine.run(root, "tar", "-xzf", file)).endsWith("exit 0");
        }
    }

    @Test
    void runsAsNobodyAndTellsItsOrigin() {
        JsonNode run = configuration.get("config");
        assertThat(run.get("User").asText()).isEqualTo("65532:65532");
        assertThat(run.get("Env").get(0).asText()).endsWith(":/usr/lib/hushgate");
        assertThat(run.get("Labels").get("org.opencontainers.image.licenses").asText())
                .isEqualTo("Apache-2.0");
        assertThat(configuration.get("created").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(configuration.get("history"))
                .extracting(step -> step.get("comment").asText())
                .containsExactly("runtime", "libraries", "program");
    }

    @Test
    void itsEntryPointRuns() throws Exception {
        String entry = configuration.get("config").get("Entrypoint").get(0).asText();
        Path launcher = root.resolve(entry.substring(1));
        assertThat(launcher).isExecutable();
        assumeTrue(
                Files.exists(launcher.resolveSibling("runtime")),
                "the JDK of this build cannot link a runtime");
        assertThat(machine.run(directory, launcher.toString(), "--version"))
                .startsWith("hushgate ")
                .endsWith("exit 0");
    }

    /** By the program in it: nothing that shuts the gate, and nothing that was not looked at. */
    @Test
    void passesOurOwnGate() throws Exception {
        assumeTrue(
                Files.exists(root.resolve("usr/lib/hushgate/runtime")),
                "the JDK of this build cannot link a runtime");
        String launcher = root.resolve("usr/lib/hushgate/hushgate").toString();
        assertThat(machine.run(directory, launcher, "scan", ARCHIVE.toString()))
                .contains("gate open")
                .endsWith("exit 0");
    }
}
