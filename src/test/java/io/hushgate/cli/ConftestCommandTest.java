package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conventions of conftest, as its users' scripts see them. */
class ConftestCommandTest {
    @TempDir private Path directory;

    @BeforeEach
    void policies() throws IOException {
        write(
                "policy/main.rego",
                """
                package main

                deny contains msg if {
                	input.kind == "Deployment"
                	msg := sprintf("no deployments, not even %s", [data.conftest.file.name])
                }

                deny_root contains msg if {
                	input.root
                	msg := "no root"
                }

                warn contains result if {
                	input.port == 80
                	result := {"msg": "no plain text", "_loc": {"file": "a.yaml", "line": 3}, "id": "P1"}
                }

                exception contains rules if {
                	input.trusted
                	rules := ["root"]
                }
                """);
        write("policy/other.rego", "package other.deep\n\nviolation contains \"other\"\n");
        write("clean.yaml", "kind: Service\n");
        write("both.yaml", "kind: Deployment\n---\nport: 80\n");
        write("warned.yaml", "port: 80\n");
        write("trusted.json", "{\"root\": true, \"trusted\": true}");
    }

    @Test
    void countsDefinitionsThatSaidNothing() {
        Result result = conftest("clean.yaml");
        assertThat(result.out())
                .isEqualTo("\n3 tests, 3 passed, 0 warnings, 0 failures, 0 exceptions\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void testsEachDocumentOfItsOwn() {
        Result result = conftest("both.yaml");
        assertThat(result.out())
                .isEqualTo(
                        """
                        WARN - both.yaml - main - no plain text
                        FAIL - both.yaml - main - no deployments, not even both.yaml

                        6 tests, 4 passed, 1 warning, 1 failure, 0 exceptions
                        """);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void letsExceptionsOff() {
        Result result = conftest("trusted.json");
        assertThat(result.out())
                .isEqualTo(
                        """
                        EXCP - trusted.json - main - data.main.exception[_][_] == "root"

                        3 tests, 2 passed, 0 warnings, 0 failures, 1 exception
                        """);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void warningsFailWhenAsked() {
        assertThat(conftest("warned.yaml").exitCode()).isZero();
        assertThat(conftest("warned.yaml", "--fail-on-warn").exitCode()).isEqualTo(1);
        assertThat(conftest("both.yaml", "--fail-on-warn").exitCode()).isEqualTo(2);
        assertThat(conftest("both.yaml", "--no-fail").exitCode()).isZero();
    }

    @Test
    void tellsPlacesAndMetadataAsJson() {
        Result result = conftest("warned.yaml", "-o", "json");
        assertThat(result.out())
                .isEqualToIgnoringWhitespace(
                        """
                        [{"filename": "warned.yaml", "namespace": "main", "successes": 2,
                          "warnings": [{"loc": {"file": "a.yaml", "line": 3},
                            "metadata": {"id": "P1", "query": "data.main.warn"},
                            "msg": "no plain text"}]}]
                        """);
    }

    @Test
    void tellsTestAnythingProtocol() {
        assertThat(conftest("warned.yaml", "-o", "tap").out())
                .isEqualTo(
                        """
                        1..3
                        # warnings
                        not ok 1 - warned.yaml - main - no plain text
                        # successes
                        ok 2 - warned.yaml - main - SUCCESS
                        ok 3 - warned.yaml - main - SUCCESS
                        """);
    }

    @Test
    void combinesFiles() throws IOException {
        write(
                "combined/main.rego",
                """
                package main

                deny contains msg if {
                	some file in input
                	file.contents.port == 80
                	msg := sprintf("%s of %d", [file.path, count(input)])
                }
                """);
        Result result =
                conftest("--combine", "-p", "combined", "warned.yaml", "both.yaml", "-o", "tap");
        assertThat(result.out())
                .isEqualTo(
                        """
                        1..2
                        not ok 1 - Combined - main - both.yaml of 3
                        not ok 2 - Combined - main - warned.yaml of 3
                        """);
    }

    @Test
    void asksOtherNamespaces() {
        assertThat(conftest("clean.yaml", "-n", "other.deep").out())
                .startsWith("FAIL - clean.yaml - other.deep - other\n");
        assertThat(conftest("clean.yaml", "-n", "o*").exitCode()).isEqualTo(1);
        assertThat(conftest("clean.yaml", "--all-namespaces").out()).contains("4 tests, 3 passed");
        assertThat(conftest("clean.yaml", "-n", "nobody").out()).contains("0 tests");
    }

    @Test
    void isSilentWhenQuietAndClean() {
        assertThat(conftest("clean.yaml", "--quiet").out()).isEmpty();
        assertThat(conftest("both.yaml", "--quiet").out()).isNotEmpty();
    }

    @Test
    void readsTheOldSyntaxWhenAsked() throws IOException {
        write("old/main.rego", "package main\n\ndeny[msg] { msg = input.kind }\n");
        assertThat(conftest("clean.yaml", "-p", "old", "--rego-version", "v0").out())
                .startsWith("FAIL - clean.yaml - main - Service\n");
        assertThat(conftest("clean.yaml", "-p", "old").exitCode()).isEqualTo(1);
    }

    @Test
    void refusesRulesThatCouldNeverReport() throws IOException {
        write("never/main.rego", "package main\n\ndeny[msg] if msg := input.kind\n");
        Result result = conftest("clean.yaml", "-p", "never");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("main.rego:3: deny uses if without contains");
    }

    @Test
    void putsDataAtTheRoot() throws IOException {
        write("data/deep/list.yaml", "allowed: [Pod]\n");
        write(
                "listed/main.rego",
                "package main\n\ndeny contains input.kind if not input.kind in data.allowed\n");
        assertThat(conftest("clean.yaml", "-p", "listed", "-d", "data").out())
                .startsWith("FAIL - clean.yaml - main - Service\n");
    }

    @Test
    void namesWhatCannotBeRead() throws IOException {
        write("broken.json", "{");
        assertThat(conftest("broken.json").err()).contains("broken.json: cannot be read as json");
        assertThat(conftest("missing.yaml").err()).contains("missing.yaml");
        assertThat(conftest("clean.yaml", "-p", "missing").err()).contains("--policy");
        assertThat(conftest("broken.json").exitCode()).isEqualTo(1);
    }

    @Test
    void takesDefaultsFromConfigurationAndEnvironment() throws IOException {
        write("conftest.toml", "output = \"tap\"\nnamespace = [\"other.deep\"]\n");
        assertThat(conftest("clean.yaml").out())
                .isEqualTo("1..1\nnot ok 1 - clean.yaml - other.deep - other\n");
        Result result =
                Program.run(
                        directory,
                        Map.of("CONFTEST_OUTPUT", "stdout", "CONFTEST_NO_FAIL", "true"),
                        new byte[0],
                        "policy",
                        "conftest",
                        "test",
                        "clean.yaml");
        assertThat(result.out()).startsWith("FAIL - clean.yaml - other.deep - other\n");
        assertThat(result.exitCode()).isZero();
        write("other.toml", "namespace = \"other.deep\"\n");
        assertThat(run("-c", "other.toml", "test", "clean.yaml").exitCode()).isEqualTo(1);
        assertThat(conftest("clean.yaml", "-c", "none.toml").err())
                .contains("none.toml: the configuration cannot be read");
    }

    @Test
    void verifiesPoliciesWithFilesBesideThem() throws IOException {
        write("policy/sample.yaml", "port: 80\n");
        write(
                "policy/main_test.rego",
                """
                package main_test

                import data.main

                test_file if count(main.warn) == 1 with input as parse_config_file("sample.yaml")

                test_files if {
                	parse_combined_config_files(["sample.yaml"])[0].contents.port == 80
                }

                test_wrong if input.nothing

                todo_test_later if false
                """);
        Result result = run("verify");
        assertThat(result.out())
                .isEqualTo(
                        """
                        FAIL - policy/main_test.rego -  - data.main_test.test_wrong

                        4 tests, 2 passed, 0 warnings, 1 failure, 0 exceptions, 1 skipped
                        """);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(run("verify", "--report", "fails").out())
                .contains("data.main_test.test_file: PASS", "main_test.rego:11: input.nothing");
        assertThat(run("verify", "-n", "main").out()).contains("0 tests, 0 passed");
    }

    @Test
    void showsFilesAsPoliciesSeeThem() {
        assertThat(run("parse", "clean.yaml").out()).isEqualTo("{\n  \"kind\": \"Service\"\n}\n");
        assertThat(run("parse", "--combine", "clean.yaml", "warned.yaml").out())
                .startsWith("[\n\t{\n\t\t\"contents\": {")
                .contains("\"path\": \"warned.yaml\"");
        assertThat(run("parse", "--parser", "cue", "clean.yaml").err())
                .contains("--parser cue: not read here; export it before");
    }

    @Test
    void tellsWherePoliciesPrint() throws IOException {
        write(
                "loud/main.rego",
                "package main\n\ndeny contains \"x\" if {\n\tprint(1, input.no)\n}\n");
        assertThat(conftest("clean.yaml", "-p", "loud").out())
                .startsWith("PRNT   loud/main.rego:4: 1 <undefined>\n");
    }

    @Test
    void tracesOnStandardError() {
        Result result = conftest("clean.yaml", "--trace", "-n", "main");
        assertThat(result.err())
                .startsWith("file: clean.yaml | query: data.main\n")
                .contains("TRAC   policy/main.rego:4 Fail input.kind == \"Deployment\"");
    }

    @Test
    void measuresAQuery() {
        Result result =
                Program.run(
                        directory,
                        "policy",
                        "bench",
                        "data.other.deep.violation",
                        "-d",
                        "policy",
                        "-f",
                        "json");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("\"N\":", "\"histogram_timer_rego_query_eval_ns_99.9%\":");
    }

    private Result conftest(String... arguments) {
        List<String> all = new ArrayList<>(List.of("test"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private Result run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("policy", "conftest"));
        all.addAll(List.of(arguments));
        return Program.run(directory, all.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
