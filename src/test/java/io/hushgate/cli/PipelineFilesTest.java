package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files that put the program into other people's pipelines: they are all looked at, their
 * command lines are ours, and our own gate passes them.
 */
class PipelineFilesTest {
    private static final Pattern COMMAND = Pattern.compile("\\bhushgate (scan [^'\\n]*)");

    @TempDir private Path directory;

    private static List<PipelineFile> files() {
        return Stream.concat(PipelineFile.YAML.stream(), Stream.of(PipelineFile.JENKINSFILE))
                .toList();
    }

    @Test
    void noneIsForgotten() throws IOException {
        try (Stream<Path> all = Files.list(PipelineFile.JENKINSFILE.file().resolveSibling("."))) {
            assertThat(all.map(each -> "src/ci/" + each.getFileName()))
                    .isSubsetOf(files().stream().map(PipelineFile::path).toList());
        }
    }

    @Test
    void theirCommandLinesAreOurs() {
        int seen = 0;
        for (PipelineFile file : files()) {
            Matcher commands = COMMAND.matcher(file.text());
            while (commands.find()) {
                String[] words =
                        commands.group(1)
                                .replaceAll("\\$\\[\\[[^]]*]]", "high")
                                .strip()
                                .split(" +");
                assertThatCode(() -> Commands.all().parseArgs(words))
                        .as(file + ": " + commands.group())
                        .doesNotThrowAnyException();
                seen++;
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(5);
    }

    @Test
    void ourOwnGatePassesThem() throws IOException {
        for (PipelineFile file : files()) {
            Path copy = directory.resolve(file.path());
            Files.createDirectories(copy.getParent());
            Files.copy(file.file(), copy);
        }
        Result result = Program.run(directory, "scan", ".", "--fail-on", "info");
        assertThat(result.out()).contains("0 leaked credentials, 0 policy violations");
        assertThat(result.exitCode()).isZero();
    }
}
