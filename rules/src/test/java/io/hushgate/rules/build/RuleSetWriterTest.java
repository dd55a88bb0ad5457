package io.hushgate.rules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetWriterTest {
    private static final Path CATALOGUE =
            Path.of(System.getProperty("project.root"), "rules", "catalogue");

    @TempDir Path folder;

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        RuleSetWriter.write(CATALOGUE, folder.resolve("a"));
        RuleSetWriter.write(CATALOGUE, folder.resolve("b"));
        assertThat(folder.resolve("a/shipped.rules"))
                .hasSameBinaryContentAs(folder.resolve("b/shipped.rules"));
        assertThat(folder.resolve("a/catalogue.index"))
                .hasSameTextualContentAs(folder.resolve("b/catalogue.index"));
    }

    @Test
    void theIndexListsEveryFileInOrder() throws IOException {
        RuleSetWriter.write(CATALOGUE, folder);
        assertThat(Files.readAllLines(folder.resolve("catalogue.index")))
                .isSorted()
                .contains("code/github.yaml", "platform/vault.yaml")
                .allSatisfy(name -> assertThat(CATALOGUE.resolve(name)).exists());
    }
}
