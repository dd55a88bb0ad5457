package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scanned is hostile, and what the user gives is sometimes wrong. */
class BadInputTest {
    @TempDir private Path directory;

    @Test
    void aManifestThatDoesNotParseStillShowsItsLeak() throws IOException {
        Files.writeString(
                directory.resolve("broken.yaml"),
                "apiVersion: v1\nkind: Secret\nstringData: {token: "
                        + Sample.githubToken("broken")
                        + "\n  - ]\n");
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("broken.yaml:3:21", "MALFORMED");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void oddThingsInADirectoryAreNamedAndNeverOpened() throws IOException {
        Files.writeString(
                directory.resolve("line\nbreak"), "T=" + Sample.githubToken("odd") + "\n");
        Files.createSymbolicLink(directory.resolve("loop"), directory);
        Files.createSymbolicLink(directory.resolve("out"), Path.of("/etc/passwd"));
        Result fifo = Program.shell(directory, "mkfifo pipe");
        assumeTrue(fifo.exitCode() == 0, "there is no mkfifo on this machine");
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("line\\u000abreak:1:3", "NOT_A_FILE", "LINK_OUTSIDE");
    }

    @Test
    void aLineOfAGibibyteIsScannedInTheMemoryOfTheLauncher() throws IOException {
        Path file = directory.resolve("line.txt");
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) 'z');
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 1024; i++) {
                out.write(piece);
            }
            out.write((" " + Sample.githubToken("long") + "\n").getBytes(US_ASCII));
        }
        Result result = Program.run(directory, "scan", "line.txt");
        Files.delete(file);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("line.txt:1:1073741826");
    }

    @Test
    void aManifestBeyondTheLimitIsNamedAndStillScanned() throws IOException {
        String entry = "  - " + "z".repeat(1_000) + "\n";
        Files.writeString(
                directory.resolve("large.yaml"),
                "apiVersion: v1\nkind: ConfigMap\ndata:\n  token: %s\n  all:\n%s"
                        .formatted(Sample.githubToken("large"), entry.repeat(9_000)));
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("large.yaml:4:10", "LIMIT_SIZE");
    }

    @Test
    void aRuleFileThatCannotBeUsedIsRefusedWithPlaceAndRemedy() throws IOException {
        assertRefused("- id: a-b\n  colour: red\n", "rules.yaml:2", "colour");
        assertRefused(rule("(a+)+$"), "rules.yaml:", "rule own-token");
        assertRefused(
                rule("(?<secret>own_[a-z]{8}") + rule("own_[a-z]{8}"), "rules.yaml:", "own-token");
        assertRefused("- id: [\n", "rules.yaml:", "YAML");
    }

    private static String rule(String pattern) {
        return """
        - id: own-token
          name: Own token
          severity: high
          keywords: [own_]
          pattern: '%s'
          references: [https://docs.example.com]
          examples: ['own_${lowerb:8}', 'x: own_${lowerb:8}']
          counterexamples:
            - { text: 'own_', because: too short }
            - { text: 'own', because: too short }
          remedy: Revoke it.
        """
                .formatted(pattern);
    }

    private void assertRefused(String rules, String... parts) throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), rules);
        Result result = Program.run(directory, "scan", ".", "--rules", "rules.yaml");
        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains(parts).doesNotContain("Exception", "\tat ");
        assertThat(result.err().lines()).hasSize(1);
    }
}
