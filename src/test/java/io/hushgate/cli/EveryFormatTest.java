package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.Matcher;
import io.hushgate.rules.Catalogue;
import io.hushgate.rules.Example;
import io.hushgate.rules.RuleEntry;
import io.hushgate.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every format, over a repository of one sample of every form of every rule. */
class EveryFormatTest {
    private static final List<String> FORMATS =
            List.of(
                    "text",
                    "json",
                    "html",
                    "sarif",
                    "gitlab",
                    "gitlab-sast",
                    "junit",
                    "csv",
                    "github",
                    "markdown",
                    "gitleaks",
                    "openmetrics");

    @TempDir static Path directory;

    private static Map<String, byte[]> outputs = Map.of();
    private static Map<String, byte[]> again = Map.of();
    private static Set<String> secrets = Set.of();

    @BeforeAll
    static void scanEverySample() throws IOException {
        secrets = samples(directory.resolve("repository"));
        Program.git(directory.resolve("repository"), "init", "-q");
        Program.git(directory.resolve("repository"), "add", "-A");
        Program.git(directory.resolve("repository"), "commit", "-q", "-m", "samples");
        outputs = scan("1");
        again = scan("7");
    }

    /** Writes every example as text and as configuration; answers what lies in them. */
    private static Set<String> samples(Path repository) throws IOException {
        Files.createDirectories(repository);
        Matcher matcher =
                Rules.shipped()
                        .matcher(
                                new MatchOptions(
                                        Limits.DEFAULT,
                                        Instant.parse("2026-01-01T00:00:00Z"),
                                        true));
        Set<String> values = new LinkedHashSet<>();
        for (RuleEntry entry : Catalogue.shipped().entries()) {
            int number = 0;
            for (Example example : entry.examples()) {
                String name = entry.rule().id() + "-" + number++;
                String text = example.template().render("every format " + name);
                Files.writeString(repository.resolve(name + ".txt"), text);
                Files.writeString(repository.resolve(name + ".yaml"), text);
                matcher.match(
                        Artifact.InMemory.of(new Address.File(name), text.getBytes(UTF_8)),
                        detection -> values.add(value(detection)));
            }
        }
        return values;
    }

    private static String value(Detection detection) {
        try (var secret = detection.secret()) {
            return secret.read(bytes -> new String(bytes, ISO_8859_1));
        }
    }

    private static Map<String, byte[]> scan(String jobs) throws IOException {
        List<String> command = new ArrayList<>(List.of("scan", "--history", "-v", "--jobs", jobs));
        Path reports = Files.createDirectories(directory.resolve("jobs-" + jobs));
        for (String format : FORMATS) {
            command.add("-f");
            command.add(format + "=" + reports.resolve(format));
        }
        Program.Result result =
                Program.run(
                        directory.resolve("repository"),
                        Map.of("SOURCE_DATE_EPOCH", "1767225600"),
                        new byte[0],
                        command.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        Map<String, byte[]> written = new TreeMap<>();
        for (String format : FORMATS) {
            written.put(format, Files.readAllBytes(reports.resolve(format)));
        }
        written.put("standard output", result.out().getBytes(UTF_8));
        written.put("standard error", result.err().getBytes(UTF_8));
        return written;
    }

    @Test
    void noneHoldsASecretHoweverItIsWritten() {
        Spellings spellings = Spellings.of(secrets);
        assertThat(secrets).hasSizeGreaterThan(800);
        assertThat(spellings.values()).isGreaterThan(secrets.size() * 9 / 10);

        outputs.forEach((name, bytes) -> assertThat(spellings.in(bytes)).as(name).isEmpty());
        assertThat(new String(outputs.get("json"), UTF_8))
                .contains("github-pat", "openssh-private-key");
    }

    @Test
    void theSearchFindsWhatIsThere() {
        String sample = "a/b+c&d<e>\"f g".repeat(3);
        Spellings spellings = Spellings.of(Set.of(sample));

        for (String spelling : Spellings.all(sample)) {
            assertThat(spellings.in(("before " + spelling + " after").getBytes(ISO_8859_1)))
                    .as(spelling)
                    .isNotEmpty();
        }
        assertThat(spellings.in("nothing to see".getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void equalInputGivesEqualBytesWhateverTheJobs() {
        for (String format : FORMATS) {
            assertThat(again.get(format)).as(format).isEqualTo(outputs.get(format));
        }
    }
}
