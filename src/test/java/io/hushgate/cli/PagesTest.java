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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the pages of src/docs say works, in a repository as the README has it; and their links lead
 * somewhere.
 */
class PagesTest {
    private static final Path DOCS = Path.of(System.getProperty("project.root"), "src/docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir private Path repository;

    @ParameterizedTest
    @ValueSource(strings = {"quick-start.md", "hook.md", "ci.md", "writing-policies.md"})
    void everyCommandRuns(String page) throws IOException {
        ReadmeTest.makeTheRepository(repository);
        Path policies = Files.createDirectories(repository.resolve("names"));
        for (String policy : blocks(page, "rego")) {
            Files.writeString(policies.resolve("names.rego"), policy);
        }
        List<String> shell = blocks(page, "sh");
        assertThat(shell).isNotEmpty();
        for (String block : shell) {
            for (String command : block.lines().toList()) {
                Result result = Program.shell(repository, command);
                assertThat(result.exitCode()).as(command + "\n" + result.err()).isIn(0, 1);
                assertThat(result.err()).as(command).isEmpty();
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        try (Stream<Path> pages = Files.list(DOCS)) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher links = LINK.matcher(Files.readString(page));
                while (links.find()) {
                    assertThat(DOCS.resolve(links.group(1)))
                            .as("%s in %s", links.group(), page)
                            .exists();
                }
            }
        }
    }

    private static List<String> blocks(String page, String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher found =
                Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                        .matcher(Files.readString(DOCS.resolve(page)));
        while (found.find()) {
            blocks.add(found.group(1));
        }
        return blocks;
    }
}
