package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about images and archives says works: every command of its sh blocks is run. */
class ImagesPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("project.root"), "src/docs/images-and-archives.md");

    @TempDir private Path directory;

    @Test
    void everyCommandOfTheWalkFindsWhatThereIs() throws IOException {
        String lower = SavedImage.write(directory.resolve("app.tar"));
        Files.writeString(directory.resolve("base.txt"), lower + "\n");
        Files.createDirectories(directory.resolve("build"));
        Files.writeString(
                directory.resolve("build/Dockerfile"),
                "FROM debian\nCOPY . /root\nRUN rm /root/app.env\n");
        List<String> commands = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```sh\\n(.*?)```").matcher(Files.readString(PAGE));
        while (block.find()) {
            block.group(1)
                    .lines()
                    .map(line -> line.replaceAll("\\s+#.*", ""))
                    .forEach(commands::add);
        }
        assertThat(commands).hasSizeGreaterThan(4);
        for (String command : commands) {
            Result result = Program.shell(directory, command);
            assertThat(result.exitCode()).as(command + "\n" + result.err()).isEqualTo(1);
            assertThat(result.err()).as(command).isEmpty();
        }
    }
}
