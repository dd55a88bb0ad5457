package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs through the command line; {@code LogTextTest} has the formats one by one. */
class LogScanTest {
    private static final String TIME = "2026-01-31T10:20:30.1234567Z ";

    @TempDir private Path directory;

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] cutGzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return Arrays.copyOf(out.toByteArray(), out.size() - 6);
    }

    private static String inColours(String token) {
        return token.substring(0, 9) + "\u001b[0m" + token.substring(9);
    }

    @Test
    void findsWhatOnlyTheTextOfALogShowsWhereverTheLogLies() throws IOException {
        String zipped = inColours(Sample.githubToken("zip"));
        Files.write(
                directory.resolve("logs.zip"),
                zip("build/3_Run tests.txt", TIME + "a\n" + TIME + "token " + zipped + "\n"));
        byte[] latin =
                ("caf\u00e9\0 " + inColours(Sample.githubToken("latin")) + "\n")
                        .getBytes(ISO_8859_1);
        Files.write(directory.resolve("odd.log"), latin);
        Files.write(directory.resolve("trace.gz"), cutGzip(latin));
        Result result = Program.run(directory, "scan", "log:.", "-f", "json", "--only", "leaks");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("\"logs.zip!build/3_Run tests.txt#build/3 Run tests\"")
                .contains("\"job\" : \"build\"", "\"step\" : \"3 Run tests\"")
                .contains("\"startLine\" : 2", "\"startColumn\" : 36")
                .contains("\"odd.log\"", "\"trace.gz!trace\"", "\"state\" : \"log\"")
                .contains("CORRUPT");
    }

    @Test
    void tellsAValueUnderANameThatIsMaskedElsewhere() {
        String log = "PIN=4711-a\n+ export PIN=***\nuse 4711-a\n";
        Result result =
                Program.run(
                        directory, Map.of(), log.getBytes(UTF_8), "scan", "log:-", "-f", "json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("\"unmasked-value\"", "\"severity\" : \"high\"", "\"startColumn\" : 5");
    }

    @Test
    void readsALogFromStandardInput() {
        String log = TIME + "##[group]Run x\n" + TIME + inColours(Sample.githubToken("in")) + "\n";
        Result result = Program.run(directory, Map.of(), log.getBytes(UTF_8), "scan", "-");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("<stdin>#1 Run:2:30");
    }
}
