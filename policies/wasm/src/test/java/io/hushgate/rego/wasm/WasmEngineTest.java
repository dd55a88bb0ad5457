package io.hushgate.rego.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.backend.DecisionProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that cannot be used, and policies that do not come to an end. */
final class WasmEngineTest {
    private static final WasmLimits LIMITS = WasmLimits.DEFAULT;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path directory;

    private Path bundle(String entry, byte[] content) throws IOException {
        Path bundle = directory.resolve("bundle.tar.gz");
        try (OutputStream file = Files.newOutputStream(bundle);
                var tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
            TarArchiveEntry header = new TarArchiveEntry(entry);
            header.setSize(content.length);
            tar.putArchiveEntry(header);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bundle;
    }

    private void fails(Path bundle, WasmLimits limits, String... parts) {
        assertThatThrownBy(() -> WasmEngine.open(bundle, limits))
                .isInstanceOf(DecisionProblem.class)
                .hasMessageStartingWith(bundle.toString())
                .hasMessageContainingAll(parts);
    }

    @Test
    void saysThatThereIsNoFile() {
        fails(directory.resolve("none.tar.gz"), LIMITS, "no such file");
    }

    @Test
    void saysThatAFileIsNoBundle() throws IOException {
        Path file = Files.writeString(directory.resolve("text"), "package app");
        fails(file, LIMITS, "is no bundle that can be used", "opa build -t wasm");
    }

    @Test
    void saysThatABundleIsNotCompiled() throws IOException {
        fails(bundle("/data.json", new byte[] {'{', '}'}), LIMITS, "the bundle has no policy.wasm");
    }

    @Test
    void saysThatAModuleIsNone() throws IOException {
        byte[] text = "no module".getBytes(StandardCharsets.UTF_8);
        fails(bundle("/policy.wasm", text), LIMITS, "the module of", "fails");
    }

    @Test
    void doesNotUnpackWithoutEnd() throws IOException {
        byte[] zeros = new byte[4 << 20];
        WasmLimits small = new WasmLimits(1 << 20, 2 << 20, 1_024, MINUTE, MINUTE);
        fails(bundle("/other", zeros), small, "it unpacks to more than 2097152 bytes");
        WasmLimits smallModule = new WasmLimits(1 << 20, 64 << 20, 1_024, MINUTE, MINUTE);
        fails(
                bundle("/policy.wasm", zeros),
                smallModule,
                "policy.wasm has more than 1048576 bytes");
    }

    @Test
    void endsDecisionsThatTakeTooLongAndGoesOn() throws Exception {
        String module =
                """
                package app

                pairs := count([1 | some a in input; some b in input; some c in input; a == b + c])
                """;
        Path bundle = OpaBuild.bundle(directory, module, RegoObject.EMPTY, List.of("app/pairs"));
        String many = "[" + "1,".repeat(20_000) + "1]";
        WasmLimits hasty = new WasmLimits(64 << 20, 64 << 20, 8_192, MINUTE, Duration.ofSeconds(1));
        try (WasmEngine engine = WasmEngine.open(bundle, hasty)) {
            assertThatThrownBy(
                            () -> engine.decide("data.app.pairs", JsonReader.standard().read(many)))
                    .isInstanceOf(DecisionProblem.class)
                    .hasMessageStartingWith("data.app.pairs: not decided within 1.0 s");
            assertThat(engine.decide("data.app.pairs", JsonReader.standard().read("[1, 2]")))
                    .contains(JsonReader.standard().read("1"));
        }
    }

    @Test
    void saysWhichBuiltinTheHostLacks() throws Exception {
        Path bundle =
                OpaBuild.bundle(
                        directory,
                        "package app\n\nnow := time.now_ns()",
                        RegoObject.EMPTY,
                        List.of("app/now"));
        try (WasmEngine engine = WasmEngine.open(bundle, LIMITS)) {
            assertThatThrownBy(() -> engine.decide("data.app.now", null))
                    .hasMessageContaining("time.now_ns")
                    .hasMessageEndingWith("ask an engine that has every builtin");
        }
    }

    @Test
    void memoryHasAnEnd() throws Exception {
        Path bundle =
                OpaBuild.bundle(
                        directory,
                        "package app\n\nlast := input[count(input) - 1]",
                        RegoObject.EMPTY,
                        List.of("app/last"));
        String big = "[\"" + "x".repeat(8 << 20) + "\", 7]";
        WasmLimits tight = new WasmLimits(64 << 20, 64 << 20, 64, MINUTE, MINUTE);
        try (WasmEngine engine = WasmEngine.open(bundle, tight)) {
            assertThatThrownBy(
                            () -> engine.decide("data.app.last", JsonReader.standard().read(big)))
                    .isInstanceOf(DecisionProblem.class);
            assertThat(engine.decide("data.app.last", JsonReader.standard().read("[1, 7]")))
                    .contains(JsonReader.standard().read("7"));
        }
    }
}
