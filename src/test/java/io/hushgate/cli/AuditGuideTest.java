package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk of {@code src/docs/audit.md}: its inventory, its commands and what they print. */
class AuditGuideTest {
    private static final Path GUIDE =
            Path.of(System.getProperty("project.root"), "src/docs/audit.md");

    @TempDir private Path directory;

    @Test
    void theWalkWorks() throws IOException {
        List<String> inventory = blocks("```yaml");
        write("inventory.yaml", inventory.getFirst());
        write("services/shop/app.env", "TOKEN=" + Sample.githubToken("walk") + "\n");
        write("build-logs/1.log", "$ export TOKEN=" + Sample.githubToken("walk") + "\n");
        write(
                "exports/vault/app.hcl",
                "path \"sys/policies/acl/*\" {\n  capabilities = [\"update\"]\n}\n");
        write(
                "exports/cluster.json",
                "{\"kind\": \"List\", \"apiVersion\": \"v1\", \"items\": []}\n");

        List<String> outputs = new ArrayList<>();
        for (String block : blocks("```sh")) {
            for (String command : block.lines().toList()) {
                Result result = Program.shell(directory, command);
                assertThat(result.exitCode()).as(command + "\n" + result.err()).isIn(0, 1);
                outputs.add(result.out());
                if (outputs.size() == 1) {
                    write("services/shop/app.env", "TOKEN=" + Sample.githubToken("2") + "\n");
                }
            }
        }
        String shown = blocks("```").getFirst();
        assertThat(outputs).contains(shown);
        assertThat(directory.resolve("audit.html")).isNotEmptyFile();
        assertThat(directory.resolve("january.html")).isNotEmptyFile();
        assertThat(outputs.getLast()).contains("as the runs left them");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> blocks(String fence) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        String open = "";
        for (String line : Files.readAllLines(GUIDE)) {
            if (line.startsWith("```")) {
                if (open.equals(fence)) {
                    blocks.add(block.toString());
                }
                open = open.isEmpty() ? line : "";
                block.setLength(0);
            } else if (open.equals(fence)) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }
}
