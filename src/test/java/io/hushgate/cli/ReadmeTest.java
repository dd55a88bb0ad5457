package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README says works: every command of its sh blocks is run, and the report that it shows
 * is the real one.
 */
class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("project.root"), "README.md");

    /** The build itself, and what builds: they are what runs this test. */
    private static final Set<String> RUN_BY_THE_BUILD = Set.of("mvn verify", "./hushgate scan .");

    @TempDir private Path repository;

    @BeforeEach
    void makeTheRepositoryOfTheExample() throws IOException {
        makeTheRepository(repository);
    }

    /** A repository with a leak and a policy that is too strong, not committed. */
    static void makeTheRepository(Path repository) throws IOException {
        Program.git(repository, "init", "-q", "-b", "main");
        Files.writeString(repository.resolve("note.txt"), "hello\n");
        Program.git(repository, "add", ".");
        Program.git(repository, "commit", "-q", "-m", "first");
        Files.createDirectories(repository.resolve("deploy"));
        Files.createDirectories(repository.resolve("vault"));
        Files.writeString(
                repository.resolve("deploy/app.env"),
                "DEBUG=1\nGITHUB_TOKEN=" + Sample.githubToken("readme") + "\n");
        Files.writeString(
                repository.resolve("vault/app.hcl"),
                "path \"sys/policies/acl/*\" {\n  capabilities = [\"update\"]\n}\n");
    }

    @Test
    void showsTheRealReport() throws IOException {
        String readme = Files.readString(README);
        String shown = readme.substring(readme.indexOf("$ hushgate scan .\n") + 18);
        shown = shown.substring(0, shown.indexOf("```"));
        Result result = Program.run(repository, "scan", ".");
        assertThat(withoutCounts(result.out())).isEqualTo(withoutCounts(shown));
    }

    /** How many rules and bytes there are changes with every rule. */
    private static String withoutCounts(String report) {
        return report.replaceAll("looked at .*", "looked at");
    }

    @Test
    void everyCommandRuns() throws IOException {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(10);
        for (String command : commands) {
            if (RUN_BY_THE_BUILD.contains(command)) {
                continue;
            }
            Result result = Program.shell(repository, command);
            assertThat(result.exitCode()).as(command + "\n" + result.err()).isIn(0, 1);
            assertThat(result.err()).as(command).isEmpty();
        }
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean inShell = false;
        for (String line : Files.readAllLines(README)) {
            if (line.startsWith("```")) {
                inShell = line.equals("```sh");
            } else if (inShell && !line.isBlank()) {
                commands.add(line.replaceAll("\\s+#.*", ""));
            }
        }
        return commands;
    }
}
