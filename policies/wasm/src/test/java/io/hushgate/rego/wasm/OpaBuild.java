package io.hushgate.rego.wasm;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.rego.differential.Opa;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code opa build -t wasm}, with the binary that the system property {@code opa.binary} names. */
final class OpaBuild {
    private OpaBuild() {}

    /** Compiles a module; skips the test, and says why, where that cannot be done. */
    static Path bundle(Path directory, String module, RegoObject data, List<String> entrypoints)
            throws IOException, InterruptedException {
        assumeTrue(Opa.binary().isPresent(), "no opa.binary");
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Files.writeString(sources.resolve("app.rego"), module);
        Files.writeString(sources.resolve("data.json"), JsonWriter.COMPACT.write(data));
        Path bundle = directory.resolve("bundle.tar.gz");
        List<String> command =
                new ArrayList<>(List.of(Opa.binary().orElseThrow().toString(), "build"));
        command.addAll(List.of("-t", "wasm", "-o", bundle.toString(), "-b", sources.toString()));
        entrypoints.forEach(entrypoint -> command.addAll(List.of("-e", entrypoint)));
        Path log = directory.resolve("build.log");
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        return exit == 0
                ? bundle
                : abort("opa build -t wasm does not work: " + Files.readString(log).strip());
    }
}
