package io.hushgate.source.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.core.Limits;
import io.hushgate.source.Collected;
import io.hushgate.source.archive.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What skopeo makes of an image is the same image. Skipped by name where there is no skopeo. */
class SkopeoTest {
    private static final byte[] LAYER = Layout.layer("etc/a.conf", "a\n", "root/key", "k\n");
    @TempDir private Path directory;

    @BeforeEach
    void needsSkopeo() {
        boolean there =
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "skopeo")));
        assumeTrue(there, "skopeo is not installed");
    }

    private void copy(String from, String to) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("skopeo", "--insecure-policy", "copy", "-q", from, to)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());
        assumeTrue(process.waitFor() == 0, "skopeo cannot copy here: " + said);
    }

    /** The files without their layer's digest, which depends on how it is packed. */
    private static Map<String, String> files(ImageSource source) {
        Collected collected = Collected.of(source);
        assertThat(collected.skipped()).isEmpty();
        Map<String, String> files = new TreeMap<>();
        collected
                .texts()
                .forEach((address, text) ->
                        files.put(address.replaceFirst("sha256:[0-9a-f]+", ""), text));
        return files;
    }

    private static ImageSource.Options options() {
        long deadline = System.nanoTime() + Limits.DEFAULT.timeout().toNanos();
        return new ImageSource.Options(
                Optional.empty(), Set.of(), Limits.DEFAULT, deadline, Optional.empty());
    }

    @Test
    void copiesOfAnImageInEveryFormAreReadAlike() throws IOException, InterruptedException {
        Layout layout = new Layout();
        layout.image(
                Layout.config("linux/amd64", List.of(LAYER), "\"Env\":[\"A=b\"]", "COPY a b"),
                List.of(Made.gzip(LAYER)),
                "\"org.opencontainers.image.ref.name\":\"app\"",
                "linux/amd64");
        Path made = layout.write(Files.createDirectory(directory.resolve("made")));
        copy("oci:made", "docker-archive:docker.tar:app:1");
        copy("oci:made", "oci-archive:oci.tar:app");
        copy("oci:made", "oci:other:app");
        Map<String, String> expected =
                files(ImageSource.archive(directory.resolve("docker.tar"), "x", options()));
        assertThat(expected).containsEntry("!etc/a.conf", "a\n").containsEntry(":<env>", "A=b\n");
        assertThat(files(ImageSource.archive(directory.resolve("oci.tar"), "x", options())))
                .containsAllEntriesOf(expected);
        assertThat(files(ImageSource.layout(directory.resolve("other"), "x", options())))
                .containsAllEntriesOf(expected);
        assertThat(files(ImageSource.layout(made, "x", options()))).containsAllEntriesOf(expected);
    }
}
