package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipeline files, run as their services would: what their shell lines and commands do over a
 * repository with a leak, with the program itself on the path. They shut the gate, and every report
 * that the file promises to its service is there.
 */
class PipelineRunsTest {
    private static final Pattern PARAMETER = Pattern.compile("\\$\\(params\\.([a-z-]+)\\)");
    private static final Pattern INPUT = Pattern.compile("\\$\\[\\[ inputs\\.([a-z_]+) ]]");

    @TempDir private Path directory;

    @BeforeEach
    void commitALeak() throws IOException {
        Program.git(directory, "init", "-q", "-b", "main");
        Files.writeString(
                directory.resolve("app.env"), "GITHUB_TOKEN=" + Sample.githubToken("pipe") + "\n");
        Program.git(directory, "add", ".");
        Program.git(directory, "commit", "-qm", "Add settings");
    }

    @Test
    void theComponentOfGitLab() {
        PipelineFile file = PipelineFile.named("gitlab.yml");
        Map<?, ?> inputs = (Map<?, ?>) ((Map<?, ?>) file.documents().getFirst()).get("spec");
        String line =
                INPUT.matcher((String) file.at("hushgate", "script", 0))
                        .replaceAll(
                                input -> (String) at(inputs, "inputs", input.group(1), "default"));
        shutsTheGate(line);
        Map<?, ?> reports = (Map<?, ?>) file.at("hushgate", "artifacts", "reports");
        assertThat(directory.resolve((String) reports.get("secret_detection")))
                .content()
                .contains("app.env", "github-pat");
        assertThat(directory.resolve((String) reports.get("sast"))).isNotEmptyFile();
    }

    @Test
    void theStageOfJenkins() {
        String text = PipelineFile.JENKINSFILE.text();
        shutsTheGate(only(text, "sh '([^']+)'"));
        assertThat(directory.resolve(only(text, "junit '([^']+)'"))).content().contains("app.env");
        assertThat(directory.resolve(only(text, "artifacts: '([^']+)'"))).isNotEmptyFile();
    }

    @Test
    void theStepsOfAzure() {
        PipelineFile file = PipelineFile.named("azure-pipelines.yml");
        shutsTheGate((String) file.at("steps", 1, "script"));
        String results = (String) file.at("steps", 2, "inputs", "testResultsFiles");
        assertThat(directory.resolve(results)).content().contains("app.env");
        assertThat(directory.resolve((String) file.at("steps", 3, "publish"))).isNotEmptyFile();
    }

    @Test
    void theStepOfHarness() {
        PipelineFile file = PipelineFile.named("harness-step.yaml");
        shutsTheGate((String) file.at("step", "spec", "command"));
        String results = (String) file.at("step", "spec", "reports", "spec", "paths", 0);
        assertThat(directory.resolve(results)).content().contains("app.env");
    }

    @Test
    void theTaskOfTekton() {
        PipelineFile file = PipelineFile.named("tekton-task.yaml");
        Map<String, String> defaults = new LinkedHashMap<>();
        for (Object parameter : (List<?>) file.at("spec", "params")) {
            Map<?, ?> each = (Map<?, ?>) parameter;
            if (each.get("default") instanceof String value) {
                defaults.put((String) each.get("name"), value);
            }
        }
        String line =
                words(file.at("spec", "steps", 0, "command"), file.at("spec", "steps", 0, "args"));
        shutsTheGate(PARAMETER.matcher(line).replaceAll(each -> defaults.get(each.group(1))));
    }

    @Test
    void theJobOfKubernetes() {
        PipelineFile file = PipelineFile.named("kubernetes-cronjob.yaml");
        Object container =
                file.at("spec", "jobTemplate", "spec", "template", "spec", "containers", 0);
        Path reports = directory.resolve("reports");
        String line =
                words(at(container, "command"), at(container, "args"))
                        .replace("/target", directory.toString())
                        .replace("/reports", reports.toString());
        shutsTheGate("mkdir " + reports + " && " + line);
        assertThat(reports.resolve("hushgate.html")).isNotEmptyFile();
    }

    /** The step of the action, as a runner executes it: its variables, its shell, its files. */
    @Test
    void theActionRuns() throws IOException {
        PipelineFile action = PipelineFile.named("action.yml");
        Map<?, ?> step = (Map<?, ?>) ((List<?>) action.at("runs", "steps")).getLast();
        assertThat(step.get("shell")).isEqualTo("bash");
        Files.writeString(directory.resolve("step.sh"), (String) step.get("run"));
        Files.writeString(directory.resolve("hushgate"), "#!/bin/sh\nexec hushgate \"$@\"\n");
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
                ((Map<?, ?>) action.at("inputs"))
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
                        "pre-commit validate-manifest " + PipelineFile.named("hooks.yaml").file());
        assumeTrue(valid.exitCode() != 127, "pre-commit does not start");
        assertThat(valid.exitCode()).as(valid.out() + valid.err()).isZero();
        Map<?, ?> hook = (Map<?, ?>) PipelineFile.named("hooks.yaml").at(0);
        Program.git(directory, "rm", "-q", "app.env");
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

    private void shutsTheGate(String line) {
        Result result = Program.shell(directory, line);
        assertThat(result.exitCode()).as(line + "\n" + result.err()).isEqualTo(1);
        assertThat(result.out()).contains("github-pat", "app.env:1:14", "gate shut");
    }

    private static Object at(Object node, String... keys) {
        Object here = node;
        for (String key : keys) {
            here = ((Map<?, ?>) here).get(key);
        }
        return here;
    }

    private static String words(Object command, Object arguments) {
        List<Object> words = new ArrayList<>((List<?>) command);
        words.addAll((List<?>) arguments);
        return words.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String only(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
