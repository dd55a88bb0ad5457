package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The files that put the program into other people's pipelines: they parse, and our own gate passes
 * them.
 */
class PipelineFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Pattern COMMAND = Pattern.compile("\\bhushgate (scan [^'\\n]*)");

    @TempDir private Path directory;

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(ROOT.resolve("action.yml"));
        files.add(ROOT.resolve(".pre-commit-hooks.yaml"));
        try (Stream<Path> all = Files.list(ROOT.resolve("src/ci"))) {
            files.addAll(all.sorted().toList());
        }
        return files;
    }

    @Test
    void theirYamlIsRead() throws IOException {
        for (Path file : files()) {
            if (!file.getFileName().toString().equals("Jenkinsfile")) {
                Iterable<Object> documents =
                        new Yaml(new SafeConstructor(new LoaderOptions()))
                                .loadAll(Files.readString(file));
                assertThat(documents).as(file.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void theirCommandLinesAreOurs() throws IOException {
        int seen = 0;
        for (Path file : files()) {
            Matcher commands = COMMAND.matcher(Files.readString(file));
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
        for (Path file : files()) {
            Files.copy(file, directory.resolve(file.getFileName().toString()));
        }
        Result result = Program.run(directory, "scan", ".", "--fail-on", "info");
        assertThat(result.out()).contains("0 leaked credentials, 0 policy violations");
        assertThat(result.exitCode()).isZero();
    }

    /** The step of the action, as a runner executes it: its variables, its shell, its files. */
    @Test
    void theActionRuns() throws IOException {
        Map<?, ?> action =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Files.readString(ROOT.resolve("action.yml")));
        List<?> steps = (List<?>) ((Map<?, ?>) action.get("runs")).get("steps");
        Map<?, ?> step = (Map<?, ?>) steps.getLast();
        assertThat(step.get("shell")).isEqualTo("bash");
        Files.writeString(directory.resolve("step.sh"), (String) step.get("run"));
        Files.writeString(directory.resolve("hushgate"), "#!/bin/sh\nexec hushgate \"$@\"\n");
        Files.writeString(
                directory.resolve("app.env"),
                "GITHUB_TOKEN=" + Sample.githubToken("action") + "\n");
        Result result =
                Program.shell(
                        directory,
                        "chmod +x hushgate; export GITHUB_ACTION_PATH=$PWD GITHUB_STEP_SUMMARY=$PWD/summary.md"
                                + " HUSHGATE_TARGET=app.env HUSHGATE_FROM= HUSHGATE_CONFIG_FROM="
                                + " HUSHGATE_FAIL_ON=high HUSHGATE_SARIF=hushgate.sarif; bash -eo pipefail step.sh");
        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).startsWith("::error file=app.env,line=1");
        assertThat(directory.resolve("summary.md")).content().contains("app.env:1:14");
        assertThat(directory.resolve("hushgate.sarif")).content().contains("github-pat");
        for (String input :
                ((Map<?, ?>) action.get("inputs"))
                        .keySet().stream().map(Object::toString).toList()) {
            assertThat(step.get("env").toString()).contains("inputs." + input);
        }
    }

    /** The framework runs the hook as its manifest says, with the program on the path. */
    @Test
    void preCommitRunsTheHook() throws IOException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "pre-commit"))),
                "pre-commit is not installed");
        Result valid =
                Program.shell(
                        directory,
                        "pre-commit validate-manifest " + ROOT.resolve(".pre-commit-hooks.yaml"));
        assumeTrue(valid.exitCode() != 127, "pre-commit does not start");
        assertThat(valid.exitCode()).as(valid.out() + valid.err()).isZero();
        Map<?, ?> hook =
                (Map<?, ?>)
                        ((List<?>)
                                        new Yaml(new SafeConstructor(new LoaderOptions()))
                                                .load(
                                                        Files.readString(
                                                                ROOT.resolve(
                                                                        ".pre-commit-hooks.yaml"))))
                                .getFirst();
        Program.git(directory, "init", "-q");
        Files.writeString(
                directory.resolve(".pre-commit-config.yaml"),
                """
                repos:
                  - repo: local
                    hooks:
                      - id: %s
                        name: %s
                        entry: %s
                        language: system
                        pass_filenames: false
                        always_run: true
                """
                        .formatted(hook.get("id"), hook.get("name"), hook.get("entry")));
        Program.git(directory, "add", ".");
        String run = "PRE_COMMIT_HOME=" + directory.resolve("home") + " pre-commit run --all-files";
        assertThat(Program.shell(directory, run).exitCode()).isZero();
        Files.writeString(
                directory.resolve("app.env"), "GITHUB_TOKEN=" + Sample.githubToken("hook") + "\n");
        Program.git(directory, "add", "app.env");
        Result refused = Program.shell(directory, run);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("github-pat", "app.env:1");
    }
}
