package io.hushgate.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's jar has the resources of the others, however often a build goes over them. */
class JarTest {
    private static final String WORDS = "io/hushgate/core/words.txt";

    @TempDir Path directory;
    private Path program;
    private Path core;

    @BeforeEach
    void packs() throws IOException {
        program = jar("program.jar", "io/hushgate/cli/Main.class", "main");
        core = jar("core.jar", WORDS, "one");
    }

    private Path jar(String name, String entry, String content) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("META-INF/LICENSE"));
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(UTF_8));
        }
        return file;
    }

    private void build() throws IOException {
        Jar jar = Jar.read(program);
        jar.copyResourcesOf(Jar.read(core));
        jar.write(true);
    }

    private String words(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(WORDS)).readAllBytes(), UTF_8);
        }
    }

    @Test
    void copiesResourcesUncompressedAndLeavesThemWhereTheyWere() throws IOException {
        build();
        assertThat(words(program)).isEqualTo(words(core)).isEqualTo("one");
        try (ZipFile zip = new ZipFile(program.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/LICENSE", "io/hushgate/cli/Main.class", WORDS);
            assertThat(zip.getEntry(WORDS).getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void aSecondBuildChangesNothing() throws IOException {
        build();
        byte[] once = Files.readAllBytes(program);
        build();
        assertThat(Files.readAllBytes(program)).isEqualTo(once);
    }

    @Test
    void aSecondBuildTakesWhatIsNew() throws IOException {
        build();
        core = jar("core.jar", WORDS, "two");
        build();
        assertThat(words(program)).isEqualTo("two");
    }
}
