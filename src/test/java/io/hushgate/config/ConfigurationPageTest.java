package io.hushgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference says what the reader takes; {@code -Dgolden.record=true} writes it anew. */
class ConfigurationPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("project.root"), "src/docs/configuration.md");

    private static final String HEAD =
            """
            # Configuration

            `hushgate.yaml` at the root of the target, or the file that `--config` names; `--config-from REF` takes it as a commit has
            it. A setting that is not in this table is an error that names the one that was meant. A setting `a.b` is `b` below `a`.
            An option of the command line goes before a setting; rules, policies and what is switched off add up.

            | setting | takes | without it | |
            |---|---|---|---|
            """;

    @Test
    void namesEverySetting() throws IOException {
        String page =
                HEAD
                        + Arrays.stream(Setting.values())
                                .map(setting ->
                                        "| `%s` | %s | %s | %s |\n"
                                                .formatted(
                                                        setting.path(),
                                                        setting.form(),
                                                        setting.standard(),
                                                        setting.meaning()))
                                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.record")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
