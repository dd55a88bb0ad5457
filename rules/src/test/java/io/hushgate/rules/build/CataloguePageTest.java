package io.hushgate.rules.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rules.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Re-record with {@code -Drecord=true}. */
class CataloguePageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("project.root"), "src", "docs", "rules.md");

    @Test
    void thePageIsCurrent() throws IOException {
        String page = CataloguePage.of(Catalogue.shipped().entries());
        if (Boolean.getBoolean("record")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("src/docs/rules.md; write it anew with -Drecord=true")
                .isEqualTo(page);
    }
}
