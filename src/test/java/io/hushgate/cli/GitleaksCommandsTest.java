package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that answer as gitleaks does, through the real command line. */
class GitleaksCommandsTest {
    private static final String RULES =
            "[[rules]]\nid = \"tok\"\ndescription = \"A token\"\nregex = '''tok_[a-z]{8}'''\nkeywords = [\"tok_\"]\n";

    @TempDir private Path repository;

    @BeforeEach
    void makeRepository() throws IOException {
        Program.git(repository, "init", "-q", "-b", "main");
        Files.writeString(repository.resolve("a.txt"), "one\nkey = tok_abcdefgh\n");
        Program.git(repository, "add", ".");
        Program.git(repository, "commit", "-q", "-m", "Add a key\n\nBecause.");
        Files.writeString(repository.resolve("a.txt"), "one\n");
        Program.git(repository, "commit", "-q", "-a", "-m", "Take it away");
    }

    @Test
    void gitTellsWhatACommitBrought() {
        Result result =
                Program.run(
                        repository,
                        Map.of("GITLEAKS_CONFIG_TOML", RULES),
                        new byte[0],
                        "git",
                        "--redact",
                        ".",
                        "-f",
                        "json",
                        "-r",
                        "-");
        assertThat(result.exitCode()).isEqualTo(1);
        String commit = Program.git(repository, "rev-parse", "HEAD~1").strip();
        assertThat(result.out())
                .contains("\"RuleID\": \"tok\"")
                .contains("\"StartLine\": 2")
                .contains("\"Match\": \"REDACTED\"")
                .contains("\"Message\": \"Add a key\\n\\nBecause.\"")
                .contains("\"Email\": \"ann@example.com\"")
                .contains("\"Fingerprint\": \"" + commit + ":a.txt:tok:2\"");
        assertThat(result.err()).contains("leaks found: 1");
    }

    @Test
    void dirReadsTheConfigurationOfTheTarget() throws IOException {
        Files.writeString(repository.resolve(".gitleaks.toml"), RULES);
        Files.writeString(repository.resolve("b.txt"), "tok_ijklmnop\n");
        Result csv =
                Program.run(
                        repository, "dir", "--redact", "-r", "-", "-f", "csv", "--exit-code", "9");
        assertThat(csv.exitCode()).isEqualTo(9);
        assertThat(csv.out()).startsWith("RuleID,Commit,File,").contains("tok,,b.txt,,REDACTED");
        Files.writeString(repository.resolve(".gitleaksignore"), "b.txt:tok:1\n");
        assertThat(Program.run(repository, "dir", ".").exitCode()).isZero();
        Program.git(repository, "add", "b.txt");
        assertThat(Program.run(repository, "protect", "--staged", "-v").out())
                .isEmpty(); // ignored there too
    }

    @Test
    void stdinLooksWithTheShippedRules() {
        byte[] input = ("GITHUB_TOKEN=" + Sample.githubToken("stdin") + "\n").getBytes(UTF_8);
        Result result = Program.run(repository, Map.of(), input, "stdin", "-v");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("RuleID:      github-pat")
                .doesNotContain(Sample.githubToken("stdin"));
    }

    @Test
    void failsWithTheCodesOfGitleaks() {
        assertThat(Program.run(repository, "dir", "--no-such-flag").exitCode()).isEqualTo(126);
        Result options = Program.run(repository, "git", "--log-opts=--grep=x");
        assertThat(options.exitCode()).isEqualTo(1);
        assertThat(options.err()).contains("--log-opts --grep=x").doesNotContain("\tat ");
    }
}
