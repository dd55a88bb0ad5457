package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link OpaCommandsTest} cannot compare, or where this program goes its own way. */
class PolicyCommandsTest {
    @TempDir private Path directory;

    @BeforeEach
    void policies() throws IOException {
        write(
                "policy/app.rego",
                """
                package app

                default allow := false

                allow if {
                	trace("asked")
                	input.user == "anna"
                }

                both := input.xs[_]
                """);
        write(
                "policy/app_test.rego",
                """
                package app_test

                import data.app

                test_anna if app.allow with input.user as "anna"

                test_bert if app.allow with input.user as "bert"
                """);
        write("input.json", "{\"user\": \"bert\", \"xs\": [1, 2]}");
    }

    @Test
    void explainsWhatDidNotHold() {
        Result result =
                policy(
                        "eval",
                        "-d",
                        "policy",
                        "-i",
                        "input.json",
                        "-f",
                        "pretty",
                        "--explain",
                        "full",
                        "data.app.allow");
        assertThat(result.out())
                .isEqualTo(
                        """
                        policy/app.rego:6 Eval trace("asked")
                        policy/app.rego:6 Note "asked"
                        policy/app.rego:7 Fail input.user == "anna"
                        policy/app.rego:3 Exit allow
                        false
                        """);
    }

    @Test
    void tellsMetricsAndCoverageBesideTheAnswer() {
        Result result =
                policy(
                        "eval",
                        "-d",
                        "policy",
                        "-i",
                        "input.json",
                        "--metrics",
                        "--coverage",
                        "data.app.allow");
        assertThat(result.out())
                .startsWith("{\n  \"result\": [")
                .contains("\"timer_rego_query_eval_ns\": ", "\"coverage\": {")
                .contains("\"not_covered_lines\": ");
    }

    @Test
    void refusesFlagsOfOpaByName() {
        assertThat(policy("eval", "--partial", "data.x").err())
                .startsWith("hushgate: --partial: queries are evaluated whole; use opa eval");
        assertThat(policy("test", "--bench", "policy").err())
                .startsWith("hushgate: --bench: tests are not measured; use policy bench");
        Result version = policy("check", "--capabilities", "v0.34.0", "policy");
        assertThat(version.err()).contains("opa capabilities --version v0.34.0");
        assertThat(version.exitCode()).isEqualTo(2);
    }

    @Test
    void restrictsPoliciesToCapabilities() throws IOException {
        write(
                "few.json",
                "{\"builtins\": [], \"future_keywords\": [], \"features\": [\"rego_v1\"]}");
        Result result = policy("check", "--capabilities", "few.json", "policy/app.rego");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("app.rego:6: rego_type_error: undefined function trace");
        write("all.json", policy("capabilities").out());
        assertThat(policy("check", "--capabilities", "all.json", "policy").exitCode()).isZero();
    }

    @Test
    void checksTypesBySchemas() throws IOException {
        write(
                "schema.json",
                "{\"type\": \"object\", \"properties\": {\"user\": {\"type\": \"string\"}}}");
        write("typed.rego", "package typed\n\nallow if input.usr == \"a\"\n");
        Result result = policy("check", "--schema", "schema.json", "typed.rego");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("typed.rego:3: rego_type_error: undefined ref: input.usr");
    }

    @Test
    void saysHowToGetAnotherEngine() {
        assertThat(policy("eval", "--backend", "opa", "data.app.allow").err())
                .contains("name the server with --opa-url");
        assertThat(
                        policy(
                                        "eval",
                                        "--backend",
                                        "opa",
                                        "--opa-url",
                                        "http://127.0.0.1:1",
                                        "-f",
                                        "raw",
                                        "data.app.allow")
                                .out())
                .contains("no connection; check the address and that the server runs");
        assertThat(policy("eval", "--backend", "wasm", "-b", "x.tar.gz", "data.app.allow").err())
                .contains("mvn -pl policies/wasm -am package", "--wasm-path");
    }

    @Test
    void holdsPackagesToTheRootsOfTheirBundle() throws IOException {
        write("bundle/.manifest", "{\"roots\": [\"app\"]}");
        write("bundle/a.rego", "package app\n\nx := 1\n");
        assertThat(policy("eval", "-b", "bundle", "-f", "raw", "data.app.x").out())
                .isEqualTo("1\n");
        write("bundle/b.rego", "package other\n\nx := 1\n");
        Result outside = policy("eval", "-b", "bundle", "data.app.x");
        assertThat(outside.out()).contains("manifest roots [app] do not permit 'package other'");
        assertThat(outside.exitCode()).isEqualTo(2);
        Result unsigned = policy("eval", "-b", "bundle", "--verification-key", "k", "data.app.x");
        assertThat(unsigned.out()).contains(".signatures.json: is missing; sign the bundle");
    }

    @Test
    void showsWhatFormattingWouldChange() throws IOException {
        write("untidy.rego", "package   a\nx  :=  1\n");
        Result result = policy("fmt", "-d", "--fail", "untidy.rego");
        assertThat(result.out())
                .startsWith("--- a/untidy.rego\n+++ b/untidy.rego\n@@ -1,2 +1,3 @@\n")
                .contains("-package   a\n", "+package a\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void runsTestsSideBySideWithTheSameReport() {
        Result alone = policy("test", "policy", "-v");
        Result together = policy("test", "policy", "-v", "--parallel", "3");
        assertThat(withoutTimes(together.out())).isEqualTo(withoutTimes(alone.out()));
        assertThat(alone.out()).contains("data.app_test.test_bert: FAIL", "PASS: 1/2", "FAIL: 1/2");
        assertThat(together.exitCode()).isEqualTo(2);
    }

    private static String withoutTimes(String text) {
        return text.replaceAll(" \\([0-9.]+[^)]*\\)", "");
    }

    private Result policy(String... arguments) {
        List<String> all = new ArrayList<>(List.of("policy"));
        all.addAll(List.of(arguments));
        return Program.run(directory, all.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
