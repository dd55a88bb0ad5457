package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedConfigurationTest {
    @TempDir private Path repository;

    @BeforeEach
    void makeAChangeThatSwitchesItsGateOff() throws IOException {
        Program.git(repository, "init", "-q", "-b", "main");
        write("hushgate.yaml", "policies:\n  paths: [policy]\n");
        write(
                "policy/names/vault.rego",
                """
                package names
                import rego.v1
                # METADATA
                # title: A policy has a short name
                # custom:
                #   severity: high
                deny_long contains msg if {
                    some fact in data.estate.policies
                    count(fact.name) > 5
                    msg := sprintf("the name %s is too long", [fact.name])
                }
                """);
        write("src/old.env", "A=" + Sample.githubToken("old") + "\n");
        Program.git(repository, "add", ".");
        Program.git(repository, "commit", "-q", "-m", "first");
        Program.run(repository, "baseline", "create", "--owner", "team-a", "--reason", "a sample");
        Program.git(repository, "add", ".");
        Program.git(repository, "commit", "-q", "-m", "accept the sample");

        Program.git(repository, "checkout", "-q", "-b", "change");
        write("src/new.env", "B=" + Sample.githubToken("new") + "\n");
        Program.run(
                repository,
                "baseline",
                "update",
                "--owner",
                "mallory",
                "--reason",
                "nothing to see");
        write(
                "hushgate.yaml",
                "fail-on: critical\nrules:\n  disable: [discord-webhook-url]\nexclude: ['lib/**']\n");
        Files.delete(repository.resolve("policy/names/vault.rego"));
        Program.git(repository, "add", ".");
        Program.git(repository, "commit", "-q", "-m", "change");
    }

    @Test
    void aChangeCannotSwitchItsOwnGateOff() {
        assertThat(scan().exitCode()).isZero();
        Result trusted = scan("--config-from", "main");
        assertThat(trusted.exitCode()).as(trusted.err()).isEqualTo(1);
        assertThat(trusted.out()).contains("src/new.env:1:3", "team-a: a sample");
    }

    @Test
    void tellsWhatTheChangeWouldHaveSwitchedOff() {
        assertThat(scan("--config-from", "main", "-v").out())
                .contains("would switch off the rule discord-webhook-url")
                .contains("would exclude lib/**")
                .contains("would shut the gate only from severity critical")
                .contains("the change would accept github-pat at src/new.env");
    }

    @Test
    void readsPoliciesOfTheCommit() throws IOException {
        write("vault/longer-name.hcl", "path \"a/b\" {\n  capabilities = [\"read\"]\n}\n");
        Result trusted = scan("--config-from", "main");
        assertThat(trusted.out()).as(trusted.err()).contains("the name longer-name is too long");
    }

    @Test
    void saysWhatCannotBe() {
        Result unknown = scan("--config-from", "nowhere");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("nowhere").doesNotContain("\tat ");
        Result both = scan("--config-from", "main", "-c", "hushgate.yaml");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--config-from");
    }

    private Result scan(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "scan";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Program.run(repository, arguments);
    }

    private void write(String name, String text) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
