package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter as a shell runs it; {@code RedactorTest} has what is masked. */
class RedactCommandTest {
    @TempDir private Path directory;

    @Test
    void masksWhatRulesFindAndWhatIsNamed() throws IOException {
        Files.writeString(directory.resolve("values"), "from-a-file\n\nand another one\n");
        String input =
                "token %s\nhunter-of-2 and from-a-file and another one\nlast"
                        .formatted(Sample.githubToken("redact"));
        Result result =
                Program.run(
                        directory,
                        Map.of("DB_PASSWORD", "hunter-of-2"),
                        input.getBytes(UTF_8),
                        "redact",
                        "--mask-env",
                        "DB_PASSWORD",
                        "--mask-file",
                        "values",
                        "--mask",
                        "[gone]",
                        "--fail-at-end");
        assertThat(result.out()).isEqualTo("token [gone]\n[gone] and [gone] [gone]\nlast");
        assertThat(result.err()).isEqualTo("hushgate redact: masked 1 github-pat, 3 named value\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void endsInPeaceWhenNobodyReadsAnyMore() {
        Result result =
                Program.shell(
                        directory,
                        "i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i + 1)); done"
                                + " | { hushgate redact; echo $? >code; } | head -n 1; cat code");
        assertThat(result.out()).isEqualTo("line 0\n0\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void namesWhatCannotBeMasked() {
        Result unset = Program.run(directory, "redact", "--mask-env", "HUSHGATE_NO_SUCH_VALUE");
        assertThat(unset.exitCode()).isEqualTo(2);
        assertThat(unset.err()).contains("--mask-env HUSHGATE_NO_SUCH_VALUE", "export it");
    }
}
