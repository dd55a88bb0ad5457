package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * What the pages of src/docs say works, in a repository as the README has it; and their links lead
 * somewhere.
 */
class PagesTest {
    private static final Path DOCS = Path.of(System.getProperty("project.root"), "src/docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir private Path repository;

    /** Pages whose walk needs more than a repository has a test of its own. */
    private static final Map<String, Class<?>> WALKS =
            Map.of(
                    "audit.md", AuditGuideTest.class,
                    "ci-logs.md", CiLogsPageTest.class,
                    "images-and-archives.md", ImagesPageTest.class);

    static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(DOCS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
                String page = file.getFileName().toString();
                if (!blocks(page, "sh").isEmpty() && !WALKS.containsKey(page)) {
                    pages.add(page);
                }
            }
        }
        return pages;
    }

    /** Those that need a cluster, a container engine or the network are parsed, below. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandOfAShellBlockRuns(String page) throws IOException {
        ReadmeTest.makeTheRepository(repository);
        makeWhatPagesNeed();
        Path policies = Files.createDirectories(repository.resolve("names"));
        for (String policy : blocks(page, "rego")) {
            Files.writeString(policies.resolve("names.rego"), policy);
        }
        for (String block : blocks(page, "sh")) {
            for (String line : block.lines().toList()) {
                String command = line.replaceAll("\\s+#.*", "");
                Result result = Program.shell(repository, command);
                assertThat(result.exitCode()).as(command + "\n" + result.err()).isIn(0, 1);
                assertThat(result.err()).as(command).isEmpty();
            }
        }
    }

    /** A chart with the values of a release, and policies with their tests. */
    private void makeWhatPagesNeed() throws IOException {
        write("deploy/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
        write("deploy/app/values.yaml", "level: info\n");
        write("deploy/live.yaml", "level: warn\n");
        write(
                "deploy/app/templates/settings.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "{{ .Release.Namespace }}-settings"}
                data: {level: "{{ .Values.level }}"}
                """);
        write(
                "policies/app.rego",
                "package app\n\ndefault allow := false\n\nallow if input.user == \"ann\"\n");
        write(
                "policies/app_test.rego",
                "package app_test\n\nimport data.app\n\ntest_ann if app.allow with input as {\"user\": \"ann\"}\n");
        write(
                "policies/main.rego",
                "package main\n\ndeny contains \"a bucket\" if input.resource.bucket\n");
        write("input.json", "{\"user\": \"ann\"}\n");
        write("Dockerfile", "FROM scratch\n");
        write("main.tf", "resource \"x\" \"y\" {}\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\\n(.*?)```");
    private static final Pattern LINE =
            Pattern.compile("(?m)^(?:\\$ |.* \\| )?hushgate (.*?)(?:\\s+#.*)?$");
    private static final Pattern WORDS = Pattern.compile("`hushgate ([^`]*)`");
    private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+");

    /** Every command of ours on every page, run or not, has options that there are. */
    @Test
    void everyCommandIsParsed() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(DOCS)) {
            pages =
                    Stream.concat(Stream.of(DOCS.resolve("../../README.md")), files)
                            .filter(each -> each.toString().endsWith(".md"))
                            .toList();
        }
        int seen = 0;
        for (Path page : pages) {
            for (String command : commands(Files.readString(page))) {
                List<String> words = new ArrayList<>();
                WORD.matcher(command)
                        .results()
                        .forEach(word -> words.add(word.group().replaceAll("^['\"]|['\"]$", "")));
                assertThatCode(() -> parse(words))
                        .as("%s: hushgate %s", page.getFileName(), command)
                        .doesNotThrowAnyException();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    /** A sentence may name a command without what it always needs. */
    private static void parse(List<String> words) {
        try {
            Commands.all().parseArgs(words.toArray(String[]::new));
        } catch (CommandLine.MissingParameterException e) {
            assertThat(e.getMissing()).isNotEmpty();
        }
    }

    private static List<String> commands(String page) {
        List<String> commands = new ArrayList<>();
        BLOCK.matcher(page)
                .results()
                .flatMap(block -> LINE.matcher(block.group(2)).results())
                .forEach(line -> commands.add(line.group(1).replaceAll(" [>|].*", "")));
        WORDS.matcher(BLOCK.matcher(page).replaceAll(""))
                .results()
                .map(words -> words.group(1))
                .filter(words -> !words.contains("COMMAND"))
                .forEach(commands::add);
        return commands;
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
