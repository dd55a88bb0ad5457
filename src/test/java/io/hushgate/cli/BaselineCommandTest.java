package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineCommandTest {
    private static final String FILE = "hushgate-baseline.jsonl";

    @TempDir private Path directory;
    private Path repository;

    @BeforeEach
    void makeARepositoryWithALeakAndAViolation() throws IOException {
        repository = Files.createDirectory(directory.resolve("repository"));
        Program.git(repository, "init", "-q", "-b", "main");
        write("src/app.env", "A=" + Sample.githubToken("old") + "\n");
        write(
                "vault/app.hcl",
                "path \"sys/*\" {\n  capabilities = [\"create\", \"update\", \"sudo\"]\n}\n");
        Program.git(repository, "add", ".");
        Program.git(repository, "commit", "-q", "-m", "first");
    }

    @Test
    void acceptsWhatIsThereAndNothingElse() throws IOException {
        assertThat(hushgate("scan").exitCode()).isEqualTo(1);
        create();
        Result accepted = hushgate("scan");
        assertThat(accepted.exitCode()).as(accepted.out()).isZero();
        assertThat(accepted.out()).contains("src/app.env", "team-a: a sample");

        write("src/app.env", "\n\nA=" + Sample.githubToken("old") + "\n");
        assertThat(hushgate("scan").exitCode()).as("the lines moved").isZero();

        write("src/new.env", "B=" + Sample.githubToken("new") + "\n");
        Result leaked = hushgate("scan");
        assertThat(leaked.exitCode()).isEqualTo(1);
        assertThat(leaked.out()).contains("src/new.env:1:3");
    }

    @Test
    void tellsACopyAtAnotherPlace() throws IOException {
        create();
        write("src/copy.env", "A=" + Sample.githubToken("old") + "\n");
        Result result = hushgate("scan", "-f", "json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("\"src/copy.env\"", "\"src/app.env\"");
    }

    @Test
    void holdsForTheHookAndFromEveryDirectory() throws IOException {
        create();
        Program.git(repository, "rm", "-q", "--cached", "src/app.env");
        Program.git(repository, "commit", "-q", "-m", "away");
        Program.git(repository, "add", "-f", "src/app.env");
        assertThat(hushgate("hook", "run").exitCode()).isZero();
        assertThat(Program.run(directory, "scan", "repository/src").exitCode()).isZero();
        assertThat(Program.run(repository.resolve("src"), "scan", ".").exitCode()).isZero();
        assertThat(Program.run(directory, "scan", repository.toString()).exitCode()).isZero();
    }

    @Test
    void tellsAnotherValueAtAnAcceptedPlace() throws IOException {
        create();
        write("src/app.env", "A=" + Sample.githubToken("real one") + "\n");
        Result result = hushgate("scan");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("BASELINE-OTHER-VALUE", FILE + ":4:1");
        Result check = hushgate("baseline", "check");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("BASELINE-OTHER-VALUE").doesNotContain("UNUSED");
    }

    @Test
    void removesWhatNothingNeedsAndAddsOnlyWhenAsked() throws IOException {
        create();
        Files.delete(repository.resolve("src/app.env"));
        write("src/new.env", "B=" + Sample.githubToken("new") + "\n");
        assertThat(hushgate("baseline", "check").out()).contains("BASELINE-UNUSED");
        int lines = lines().size();
        assertThat(hushgate("baseline", "update").exitCode()).isZero();
        assertThat(lines()).hasSize(lines - 1);
        assertThat(hushgate("scan").exitCode()).isEqualTo(1);
        hushgate("baseline", "update", "--owner", "team-b", "--reason", "known");
        assertThat(hushgate("scan").exitCode()).isZero();
        assertThat(hushgate("baseline", "check").exitCode()).isZero();
    }

    @Test
    void countsUntilItsLastDayAndNotEverywhere() throws IOException {
        create();
        List<String> lines =
                lines().stream()
                        .map(line ->
                                line.replaceAll("\"until\":\"[^\"]*\"", "\"until\":\"2020-01-01\""))
                        .map(line -> line.replace("src/app.env", "**"))
                        .toList();
        Files.write(repository.resolve(FILE), lines);
        Result result = hushgate("scan");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("BASELINE-EXPIRED", "2020-01-01", "BASELINE-WIDE");
    }

    @Test
    void keepsWhatOnlyThePastHolds() throws IOException {
        Files.delete(repository.resolve("src/app.env"));
        Program.git(repository, "commit", "-q", "-a", "-m", "away");
        assertThat(hushgate("scan", "--history").exitCode()).isEqualTo(1);
        hushgate("baseline", "create", "--history", "--owner", "team-a", "--reason", "revoked");
        assertThat(hushgate("scan", "--history").exitCode()).isZero();
        assertThat(hushgate("baseline", "check").exitCode()).as("it is not gone").isZero();
        assertThat(hushgate("baseline", "check", "--history").exitCode()).isZero();
    }

    @Test
    void mergesByAUnionOfLines() throws IOException {
        create();
        List<String> lines = new java.util.ArrayList<>(lines());
        lines.addAll(lines());
        Files.write(repository.resolve(FILE), lines);
        assertThat(hushgate("scan").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|:1: this is no baseline of hushgate",
                "{\"version\":\"1.5.0\",\"plugins_used\":[]}|:1: this is no baseline of hushgate",
                "{\"hushgate\":\"baseline\",\"version\":2}|:1: version 2 is not known here",
                "{\"hushgate\":\"baseline\",\"version\":1,\"key\":\"00000000\"}~{\"check\":\"x\",\"fingerprint\":\"0\"}|:2: path is missing",
                "{\"hushgate\":\"baseline\",\"version\":1}~{\"chek\":\"x\"}|:2: unknown field chek",
                "{\"hushgate\":\"baseline\",\"version\":1}~{nonsense|:2: no JSON object"
            })
    void refusesWhatItDoesNotKnow(String text, String complaint) throws IOException {
        Files.writeString(repository.resolve(FILE), text.replace("~", "\n"));
        Result result = hushgate("scan");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(FILE + complaint).doesNotContain("\tat ");
    }

    @Test
    void refusesFingerprintsOfAnotherKey() throws IOException {
        create();
        List<String> lines =
                lines().stream()
                        .map(l -> l.replaceAll("\"key\":\"\\w+\"", "\"key\":\"00000000\""))
                        .toList();
        Files.write(repository.resolve(FILE), lines);
        Result result = hushgate("scan");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("00000000", "HUSHGATE_FINGERPRINT_KEY");
    }

    @Test
    void wantsAReasonAndAnOwner() {
        assertThat(hushgate("baseline", "create").exitCode()).isEqualTo(2);
        assertThat(hushgate("baseline", "create", "--owner", "x").err()).contains("--reason");
    }

    private void create() {
        Result result = hushgate("baseline", "create", "--owner", "team-a", "--reason", "a sample");
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(repository.resolve(FILE));
    }

    private Result hushgate(String... arguments) {
        return Program.run(repository, arguments);
    }

    private void write(String name, String text) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
