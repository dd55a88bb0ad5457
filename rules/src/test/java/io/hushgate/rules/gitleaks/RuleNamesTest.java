package io.hushgate.rules.gitleaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.FingerprintKey;
import io.hushgate.core.RuleId;
import io.hushgate.core.rule.Rule;
import io.hushgate.rules.Rules;
import io.hushgate.rules.sample.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted under the names of gitleaks' default rules stays accepted. */
class RuleNamesTest {
    private static final String VALUE = Template.parse("${alnum:20}").render("names");
    private static final String LINE = "db_password = \"k9" + VALUE + "\"\n";

    @TempDir private Path directory;

    @Test
    void everyNameIsThatOfAShippedRule() throws IOException {
        Set<String> shipped =
                Rules.shipped().rules().stream()
                        .map(Rule::id)
                        .map(RuleId::text)
                        .collect(Collectors.toSet());
        try (var in = RuleNames.class.getResourceAsStream("names.txt")) {
            for (String line : new String(in.readAllBytes(), UTF_8).lines().skip(1).toList()) {
                List<String> names = List.of(line.split(" "));
                assertThat(names).as(line).hasSizeGreaterThan(1).doesNotHaveDuplicates();
                assertThat(shipped).as(line).containsAll(names.subList(1, names.size()));
            }
        }
    }

    @Test
    void namesLeadBothWays() {
        assertThat(RuleNames.ours("github-oauth")).contains("github-oauth-token");
        assertThat(RuleNames.theirs("github-oauth-token")).contains("github-oauth");
        assertThat(RuleNames.theirs("github-pat")).containsExactly("github-pat");
    }

    @Test
    void anIgnoreFileNamesGitleaksRule() throws IOException {
        assertThat(look("", LeakBaseline.NONE)).hasSize(1);
        assertThat(look("a.ini:generic-api-key:1\n", LeakBaseline.NONE)).isEmpty();
        assertThat(look("a.ini:slack-bot-token:1\n", LeakBaseline.NONE)).hasSize(1);
    }

    @Test
    void aBaselineNamesGitleaksRule() throws IOException {
        assertThat(look("", baseline("generic-api-key", "k9" + VALUE))).isEmpty();
        assertThat(look("", baseline("generic-api-key", "REDACTED"))).isEmpty();
        assertThat(look("", baseline("generic-api-key", "another"))).hasSize(1);
        assertThat(look("", baseline("slack-bot-token", "k9" + VALUE))).hasSize(1);
    }

    @Test
    void aConfigurationTurnsOffGitleaksRule() throws IOException {
        String config = "[extend]\nuseDefault = true\ndisabledRules = [\"generic-api-key\"]\n";
        assertThat(look(config, "", LeakBaseline.NONE)).isEmpty();
    }

    private LeakBaseline baseline(String rule, String secret) throws IOException {
        Path file = directory.resolve("report.json");
        String json = "[{\"RuleID\":\"%s\",\"File\":\"a.ini\",\"StartLine\":1,\"Secret\":\"%s\"}]";
        Files.writeString(file, json.formatted(rule, secret));
        return LeakBaseline.read(file);
    }

    private List<GitleaksFinding> look(String ignored, LeakBaseline baseline) throws IOException {
        return look("[extend]\nuseDefault = true\n", ignored, baseline);
    }

    private List<GitleaksFinding> look(String config, String ignored, LeakBaseline baseline)
            throws IOException {
        Path ignoreFile = Files.writeString(directory.resolve(IgnoreFile.FILE_NAME), ignored);
        GitleaksScan scan =
                new GitleaksScan(
                        GitleaksConfig.parse("test.toml", config),
                        Rules.shipped(),
                        IgnoreFile.read(List.of(ignoreFile)),
                        baseline,
                        GitleaksScan.Options.DEFAULT,
                        FingerprintKey.of(new byte[FingerprintKey.BYTES]),
                        Instant.EPOCH);
        return scan.looker().look(Fragment.ofFile("a.ini", "", 1, LINE.getBytes(UTF_8)));
    }
}
