package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file goes without a word. */
class FactsCommandTest {
    private static final Path CORPORA =
            Path.of(System.getProperty("shared.dir", "../shared"), "corpora");

    @TempDir private Path directory;

    @Test
    void everyFileHasFactsOrAReason() throws IOException {
        write("account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n");
        write("service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n");
        write("words.yaml", "greeting: hello\n");
        write("picture.png", "x");
        write("broken.hcl", "path \"a\" { capabilities = [\"read\"\n");

        Program.Result result = Program.run(directory, "facts", "--files", ".");

        assertThat(result.out().lines())
                .contains(
                        "account.yaml: 1 fact",
                        "picture.png: its name is of no format of configuration",
                        "service.yaml: it says nothing of secrets or rights",
                        "words.yaml: it has none of the words and keys of configuration that is read")
                .anyMatch(line -> line.startsWith("broken.hcl: "))
                .anyMatch(line -> line.startsWith("5 files: "));
    }

    @Test
    void noFileOfTheCorporaIsPassedOverInSilence() throws IOException {
        assumeTrue(Files.isDirectory(CORPORA), "corpora");

        Program.Result result = Program.run(directory, "facts", "--files", CORPORA.toString());

        long files;
        try (Stream<Path> all = Files.walk(CORPORA)) {
            files = all.filter(Files::isRegularFile).count();
        }
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().toList())
                .hasSize((int) files + 1)
                .noneMatch(line -> line.endsWith(": ") || line.endsWith(": 0 facts"))
                .last()
                .asString()
                .startsWith(files + " files: ");
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(directory.resolve(path), text);
    }
}
