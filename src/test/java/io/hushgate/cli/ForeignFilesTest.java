package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other scanners in a scan of ours, through the real command line. */
class ForeignFilesTest {
    @TempDir private Path directory;

    @Test
    void theirRulesLookAndWhatTheyAcceptedIsAccepted() throws IOException {
        Files.writeString(
                directory.resolve("rules.toml"),
                "[[rules]]\nid = \"acme\"\ndescription = \"An Acme key\"\nregex = '''acme_[a-z]{8}'''\n");
        Files.createDirectory(directory.resolve("src"));
        Files.writeString(directory.resolve("src/a.txt"), "one\nk: acme_abcdefgh\n");
        Result found =
                Program.run(directory, "scan", "src", "--only", "leaks", "--rules", "rules.toml");
        assertThat(found.exitCode()).as(found.err()).isEqualTo(1);
        assertThat(found.out())
                .contains("An Acme key", "a.txt:2:4")
                .doesNotContain("acme_abcdefgh");
        Files.writeString(directory.resolve(".gitleaksignore"), "src/a.txt:acme:2\n");
        Result accepted =
                Program.run(
                        directory,
                        "scan",
                        "src",
                        "--only",
                        "leaks",
                        "--rules",
                        "rules.toml",
                        "--rules",
                        ".gitleaksignore",
                        "-f",
                        "json");
        assertThat(accepted.out()).contains("accepted in .gitleaksignore");
        assertThat(accepted.exitCode()).isZero();
    }
}
