package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    @TempDir private Path directory;

    @Test
    void shutsTheGateOnALeakAndNeverPrintsIt() throws IOException {
        String token = Sample.githubToken("leak");
        Files.writeString(directory.resolve("app.env"), "# settings\nGITHUB_TOKEN=" + token + "\n");
        Path json = directory.resolve("out.json");
        Path sarif = directory.resolve("out.sarif");
        Result result =
                Program.run(
                        directory,
                        "scan",
                        "app.env",
                        "-f",
                        "text",
                        "-f",
                        "json=" + json,
                        "-f",
                        "sarif=" + sarif);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("github-pat", "app.env:2:14", "checksum valid", "gate shut: 1 finding");
        for (String report :
                new String[] {result.out(), Files.readString(json), Files.readString(sarif)}) {
            assertThat(report).contains("ghp_****").doesNotContain(token.substring(5));
        }
    }

    @Test
    void staysOpenOnATreeWithoutALeak() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "nothing to see\n");
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("0 leaked credentials", "gate open");
    }

    @Test
    void anEmptyDirectoryIsNeverGreen() {
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).contains("scan incomplete: nothing was looked at");
    }

    @Test
    void inABinaryFileOnlyTokensWithAMarkOfTheirOwnCount() throws IOException {
        String text =
                "\0\1\2 GRANT ALL IDENTIFIED BY '%s' %s \0"
                        .formatted(String.join("", "q8Xw", "2pLz71"), Sample.githubToken("bin"));
        Files.writeString(directory.resolve("program.so"), text);
        String other = text.replace("2pLz71", "7tRv35");
        Files.writeString(directory.resolve("setup.sql"), other.replaceAll("[\\x00-\\x02]", ""));
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.out()).contains("program.so:1:", "setup.sql:1:27");
        assertThat(result.out().lines().filter(line -> line.contains("program.so"))).hasSize(1);
    }

    @Test
    void tellsWhereTheTimeWent() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "nothing to see\n");
        Result plain = Program.run(directory, "scan", ".", "-f", "json");
        Result timed = Program.run(directory, "scan", ".", "-f", "json", "--timings");
        assertThat(timed.out()).isEqualTo(plain.out());
        assertThat(timed.err().lines().map(line -> line.replaceAll(" +[0-9.]+ ms +[0-9]+ %$", "")))
                .containsExactly(
                        "JVM and command line",
                        "policy texts",
                        "rules",
                        "look and match",
                        "second look",
                        "findings",
                        "checks",
                        "gate",
                        "report",
                        "total");
        assertThat(timed.err()).endsWith(" 100 %\n");
    }

    @Test
    void readsStandardInput() {
        byte[] input = ("token " + Sample.githubToken("stdin") + "\n").getBytes(UTF_8);
        Result result = Program.run(directory, Map.of(), input, "scan", "-");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("<stdin>:1:7");
    }

    @Test
    void theReportDoesNotDependOnTheNumberOfThreads() throws IOException {
        for (int i = 0; i < 40; i++) {
            String text = "a=1\ntoken: " + Sample.githubToken("thread" + i % 7) + "\n";
            Files.writeString(directory.resolve("f" + i + ".yaml"), text);
        }
        Result one = Program.run(directory, "scan", ".", "--jobs", "1", "-f", "json");
        Result four = Program.run(directory, "scan", ".", "--jobs", "4", "-f", "json");
        assertThat(one.out()).isEqualTo(four.out()).contains("\"github-pat\"");
    }

    @Test
    void complainsInOneLineAboutWhatTheUserGot() throws IOException {
        assertOneLine(Program.run(directory, "scan", "absent"), "absent: there is no such file");
        assertOneLine(
                Program.run(directory, "scan", "-f", "docx", "."), "--format docx: unknown format");
        assertOneLine(
                Program.run(directory, "scan", "--staged", "--history", "."), "exclude each other");
        assertOneLine(
                Program.run(directory, "scan", "--since", "main", "."), "--since needs --history");
        Files.writeString(directory.resolve("hushgate.yaml"), "fail-on: high\nfail-onn: low\n");
        assertOneLine(
                Program.run(directory, "scan", "."),
                "hushgate.yaml:2: unknown setting fail-onn; did you mean fail-on?");
        assertOneLine(
                Program.run(directory, "rules", "explain", "github-pta"),
                "did you mean github-pat?");
    }

    @Test
    void anUnknownOptionSuggestsTheRightOne() {
        Result result = Program.run(directory, "scan", "--stagd");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--staged").doesNotContain("\tat ");
    }

    @Test
    void configurationSwitchesRulesOffAndNamesWhatItExcludes() throws IOException {
        Files.writeString(directory.resolve("a.env"), "T=" + Sample.githubToken("off") + "\n");
        Files.writeString(directory.resolve("hushgate.yaml"), "rules:\n  disable: [github-pat]\n");
        assertThat(Program.run(directory, "scan", ".").out()).doesNotContain("github-pat");
        Files.writeString(directory.resolve("hushgate.yaml"), "exclude: ['**.env', '*.env']\n");
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("not looked at: 1 EXCLUDED", "a.env");
    }

    @Test
    void judgesVaultPoliciesByRego() throws IOException {
        Files.writeString(
                directory.resolve("admin.hcl"),
                "path \"sys/policies/acl/*\" {\n"
                        + "  capabilities = [\"create\", \"update\", \"sudo\"]\n"
                        + "}\n");
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "VLT-POL-PRIVESC",
                        "VLT-POL-SUDO",
                        "admin.hcl:1:7",
                        "gate shut: 2 violations");
    }

    @Test
    void usersPoliciesJudgeTheSameFacts() throws IOException {
        Files.writeString(
                directory.resolve("app.hcl"),
                "path \"secret/data/app\" {\n  capabilities = [\"read\"]\n}\n");
        Path policies = Files.createDirectory(directory.resolve("policy"));
        Files.writeString(
                policies.resolve("own.rego"),
                """
                package own

                deny contains msg if {
                \tsome policy in data.estate.policies
                \tmsg := sprintf("no policy called %s", [policy.name])
                }
                """);
        Result result = Program.run(directory, "scan", "app.hcl", "--policy", "policy");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("no policy called app", "data.own.deny");
    }

    @Test
    void aPolicyThatDoesNotCompileIsNamedWithItsPlace() throws IOException {
        Files.writeString(
                directory.resolve("app.hcl"), "path \"a\" {\n  capabilities = [\"read\"]\n}\n");
        Files.writeString(
                directory.resolve("bad.rego"),
                "package bad\n\ndeny contains x if {\n\ty == 1\n}\n");
        Result result = Program.run(directory, "scan", "app.hcl", "--policy", "bad.rego");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("bad.rego:").contains("rego_").doesNotContain("\tat ");
        assertThat(result.err().lines()).hasSize(1);
    }

    private static void assertOneLine(Result result, String part) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err().lines().toList()).hasSize(1);
        assertThat(result.err())
                .startsWith("hushgate: ")
                .contains(part)
                .doesNotContain("Exception");
    }
}
