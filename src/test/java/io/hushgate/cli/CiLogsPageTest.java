package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about logs says works: every command of its sh blocks is run. */
class CiLogsPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("project.root"), "src/docs/ci-logs.md");
    private static final String TIME = "2026-01-31T10:20:30.1234567Z ";

    @TempDir private Path directory;

    @BeforeEach
    void makeTheLogsOfThePage() throws IOException {
        String log = TIME + "start\n" + TIME + "token " + Sample.githubToken("page") + "\n";
        Files.writeString(directory.resolve("run.log"), log);
        Files.writeString(directory.resolve("secrets.txt"), "correct-horse-battery\n");
        Path build = Files.createDirectories(directory.resolve("jobs/app/builds/12"));
        Files.writeString(build.resolve("log"), "Started by user Ann\n+ make\nFinished: SUCCESS\n");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("build/3_Run tests.txt"));
            zip.write(log.getBytes(UTF_8));
        }
        Files.write(directory.resolve("logs.zip"), zipped.toByteArray());
        try (GZIPOutputStream gzip =
                new GZIPOutputStream(Files.newOutputStream(directory.resolve("trace.gz")))) {
            gzip.write("section_start:1:a\r\u001b[0Kok\n".getBytes(UTF_8));
        }
    }

    @Test
    void everyCommandRuns() throws IOException {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            // A command that is built with make is stood in for by a line of a shell.
            String line = command.replace("make -s deploy", "echo deployed");
            Result result = Program.shell(directory, line);
            assertThat(result.exitCode()).as(command + "\n" + result.err()).isIn(0, 1);
            assertThat(result.err()).as(command).isEmpty();
            if (command.contains("logs.zip")) {
                assertThat(result.out())
                        .contains("logs.zip!build/3_Run tests.txt#build/3 Run tests:2:36");
            }
        }
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean inShell = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("```")) {
                inShell = line.equals("```sh");
            } else if (inShell && !line.isBlank()) {
                commands.add(line);
            }
        }
        return commands;
    }
}
