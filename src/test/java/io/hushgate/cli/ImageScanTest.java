package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.Tars;
import io.hushgate.cli.Program.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageScanTest {
    @TempDir private Path directory;
    private String lowerDigest = "";

    @BeforeEach
    void saveAnImage() throws IOException {
        lowerDigest = SavedImage.write(directory.resolve("app.tar"));
    }

    private static String privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String label = "PRIVATE" + " KEY";
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void findsWhatALaterLayerDeletesAndWhatTheEnvironmentSays() throws IOException {
        Path json = directory.resolve("out.json");
        Result result =
                Program.run(directory, "scan", "app.tar", "-f", "text", "-f", "json=" + json);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        lowerDigest + "!root/app.env:1:3",
                        "layer 1 of 2, made by step 1 COPY, of app:1 linux/amd64; a later layer deletes or replaces it",
                        ":<env>:1:4",
                        "gate shut: 2 findings");
        assertThat(Files.readString(json)).contains("\"hidden-layer\"", "\"1 COPY\"");
    }

    /** A Dockerfile that made the image: found in the tree, or named. */
    @Test
    void namesTheLineOfTheDockerfile() throws IOException {
        Path tree = Files.createDirectories(directory.resolve("tree"));
        Files.writeString(
                tree.resolve("Dockerfile"),
                "FROM debian\n# all of it\nCOPY . /root\nRUN rm \\\n  /root/app.env\n");
        Result found = Program.run(directory, "scan", "app.tar", "tree");
        assertThat(found.out())
                .contains("layer 1 of 2, made by step 1 COPY (tree/Dockerfile:3), of app:1");
        Path json = directory.resolve("named.json");
        Program.run(
                directory,
                "scan",
                "app.tar",
                "--dockerfile",
                "tree/Dockerfile",
                "-f",
                "json=" + json);
        assertThat(Files.readString(json)).contains("\"line\" : \"tree/Dockerfile:3\"");
        Result none = Program.run(directory, "scan", "app.tar", "--dockerfile", "none");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("--dockerfile none: it cannot be read; check the path");
    }

    /** Keys in layers and in directories; what git checked out has the rights of a umask. */
    @Test
    void tellsOfKeysThatOthersMayRead() throws IOException {
        ByteArrayOutputStream layer = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(layer)) {
            for (int mode : new int[] {0600, 0640, 0644}) {
                byte[] key = privateKey().getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry("root/key-%o".formatted(mode));
                entry.setMode(0100000 | mode);
                entry.setSize(key.length);
                tar.putArchiveEntry(entry);
                tar.write(key);
                tar.closeArchiveEntry();
            }
        }
        Files.write(
                directory.resolve("keys.tar"),
                Tars.of(
                        Map.of(
                                "l.tar",
                                layer.toByteArray(),
                                "c.json",
                                SavedImage.text("{}"),
                                "manifest.json",
                                SavedImage.text(
                                        "[{\"Config\":\"c.json\",\"Layers\":[\"l.tar\"]}]"))));
        Result result = Program.run(directory, "scan", "keys.tar", "-v");
        assertThat(result.out())
                .contains("CFG-KEY-MODE", "mode 0640: the group", "mode 0644: everybody")
                .doesNotContain("mode 0600");
    }

    @Test
    void marksTheLayersOfABaseImage() throws IOException {
        Files.writeString(directory.resolve("base.txt"), lowerDigest + "  # debian:13\n");
        Result result =
                Program.run(directory, "scan", "image:app.tar", "--base-layers", "base.txt");
        assertThat(result.out()).contains("of the base image");
    }

    @Test
    void readsAnImageAsAPlainFileWhenAskedTo() {
        Result result = Program.run(directory, "scan", "file:app.tar");
        assertThat(result.out()).contains("app.tar!a/layer.tar!root/app.env:1:3");
    }

    @Test
    void saysWhatIsNoImage() throws IOException {
        Files.writeString(directory.resolve("x.txt"), "x");
        Result file = Program.run(directory, "scan", "image:x.txt");
        assertThat(file.exitCode()).isEqualTo(2);
        assertThat(file.err()).contains("x.txt: it is no image").doesNotContain("Exception");
        Result name = Program.run(directory, "scan", "image:NO SUCH");
        assertThat(name.exitCode()).isEqualTo(2);
        assertThat(name.err()).contains("it is no name of an image");
        Result history = Program.run(directory, "scan", "app.tar", "--history");
        assertThat(history.exitCode()).isEqualTo(2);
    }
}
