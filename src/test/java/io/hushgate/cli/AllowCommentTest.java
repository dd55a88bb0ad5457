package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments in lines, through the real command line: what they allow stays visible. */
class AllowCommentTest {
    @TempDir private Path directory;

    @Test
    void whatACommentAllowsStaysInTheReport() throws IOException {
        Files.writeString(
                directory.resolve("a.env"),
                String.join(
                        "\n",
                        "A=" + token("a") + " # hushgate:allow github-pat sample of the docs",
                        "B=" + token("b") + " # gitleaks:allow",
                        "# pragma: allowlist nextline secret",
                        "C=" + token("c"),
                        ""));
        Result allowed = Program.run(directory, "scan", ".", "--only", "leaks", "-f", "json");
        assertThat(allowed.exitCode()).as(allowed.out()).isZero();
        assertThat(allowed.out())
                .contains(
                        "sample of the docs", "gitleaks:allow", "pragma: allowlist nextline secret")
                .doesNotContain(token("a"));
        Files.writeString(
                directory.resolve("b.env"),
                "D=" + token("d") + " # hushgate:allow github-pat old until=2020-01-01\n");
        Result over = Program.run(directory, "scan", ".", "--only", "leaks", "-f", "json");
        assertThat(over.exitCode()).isEqualTo(1);
        assertThat(over.out()).contains("ALLOW-EXPIRED");
    }

    private static String token(String seed) {
        return Sample.githubToken(seed);
    }
}
