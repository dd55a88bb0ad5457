package io.hushgate.rules.gitleaks;

import static io.hushgate.rules.gitleaks.Configurations.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitleaksConfigTest {
    private static final String RULE = "[[rules]]\nid = \"r\"\nregex = '''tok_[a-z]{4}'''\n";

    @TempDir private Path directory;

    @Test
    void keysAreReadWithoutRegardToCase() {
        String config =
                "[[Rules]]\nID = \"r\"\nRegex = '''tok_[a-z]{4}'''\n[Rules.AllowList]\nStopWords = [\"abcd\"]\n";
        assertThat(find(config, "a", "tok_abcd tok_efgh")).hasSize(1);
    }

    @Test
    void aFileThatExtendsWins() throws IOException {
        Path base = directory.resolve("base.toml");
        Files.writeString(
                base,
                """
                [[rules]]
                id = "r"
                description = "base"
                regex = '''tok_[a-z]{4}'''
                tags = ["base"]
                [[rules]]
                id = "gone"
                regex = '''abc'''
                [[allowlists]]
                stopwords = ["zzzz"]
                """);
        GitleaksConfig config =
                GitleaksConfig.parse(
                        "c.toml",
                        """
                        [extend]
                        path = '%s'
                        disabledRules = ["gone", "unknown"]
                        [[rules]]
                        id = "r"
                        regex = '''tok_[a-z]{6}'''
                        tags = ["own"]
                        """
                                .formatted(base));
        GitleaksRule rule = config.rules().getFirst();
        assertThat(config.ruleIds()).containsExactly("r");
        assertThat(rule.description()).isEqualTo("base");
        assertThat(rule.regex().orElseThrow()).hasToString("tok_[a-z]{6}");
        assertThat(rule.tags()).containsExactly("base", "own");
        assertThat(config.allowlists()).hasSize(1);
        assertThat(config.warnings()).anyMatch(warning -> warning.contains("unknown"));
    }

    @Test
    void defaultsAreOurs() {
        GitleaksConfig config =
                GitleaksConfig.parse(
                        "c.toml",
                        "[extend]\nuseDefault = true\n[[allowlists]]\ntargetRules = [\"github-pat\"]\npaths = ['''x/''']\n");
        assertThat(config.withShipped()).isTrue();
        assertThat(config.refinements()).hasSize(1);
    }

    @Test
    void refusesWhatGitleaksRefusesAndWhatFindsNothing() {
        refuses("title = \"x\"\n", "no rule");
        refuses("[[rules]]\nregex = 'a'\n", "no id");
        refuses("[[rules]]\nid = \"a\"\n", "neither regex nor path");
        refuses("[[rules]]\nid = \"a\"\nregex = '(a'\n", "RE2");
        refuses("[[rules]]\nid = \"a\"\nregex = '(a)'\nsecretGroup = 2\n", "group 2");
        refuses(RULE + "[[rules.allowlists]]\ndescription = \"x\"\n", "none of commits");
        refuses(RULE + "[[rules.allowlists]]\nstopwords = [\"abc\"]\ncondition = \"XOR\"\n", "AND");
        refuses(RULE + "[[rules.required]]\nid = \"b\"\n", "requires the rule b");
        refuses(RULE + "[[allowlists]]\ntargetRules = [\"b\"]\npaths = ['x']\n", "target rule b");
        refuses("[extend]\nuseDefault = true\npath = \"x\"\n", "keep one");
        refuses("[[rules]\n", "c.toml:1");
    }

    private static void refuses(String config, String because) {
        assertThatThrownBy(() -> GitleaksConfig.parse("c.toml", config))
                .isInstanceOf(GitleaksProblem.class)
                .hasMessageContaining(because);
    }

    @Test
    void saysWhatAConfigurationHardlyMeans() {
        warns("[[allowlists]]\npaths = ['''.*''']\n", "every path");
        warns("[[allowlists]]\nregexes = ['''.?''']\n", "every value");
        warns("[[allowlists]]\nstopwords = [\"a\"]\n", "by chance");
        warns("[[allowlists]]\ncommits = [\"abc123\"]\n", "no full id");
        warns("[[allowlists]]\npaths = ['t/']\nstopwords = [\"abc\"]\n", "joins paths and values");
        warns("[[rules]]\nid = \"wide\"\nregex = '''[0-9a-f]{32}'''\n", "all of every file");
        warns("[[rules]]\nid = \"r\"\nregex = '''abc'''\n", "twice");
        warns("[extend]\nurl = \"https://example.com\"\n", "does nothing");
        warns("[[rules]]\nid = \"k\"\nregexs = 'a'\nregex = 'abc'\n", "key regexs");
        warns("", "replace the default ones");
    }

    private static void warns(String more, String of) {
        List<String> warnings = GitleaksConfig.parse("c.toml", RULE + more).warnings();
        assertThat(warnings).anyMatch(warning -> warning.contains(of));
    }

    @Test
    void ignoreFilesNameAPlaceInOneCommitOrInAll() throws IOException {
        Path file = directory.resolve(IgnoreFile.FILE_NAME);
        Files.writeString(file, "# why\n\na\\b.txt:r:3\ncafe:c.txt:r:4\nnonsense\n");
        IgnoreFile ignore = IgnoreFile.read(List.of(file, directory.resolve("none")));
        assertThat(ignore.ignores("", "a/b.txt", "r", 3)).isTrue();
        assertThat(ignore.ignores("cafe", "a/b.txt", "r", 3)).isTrue();
        assertThat(ignore.ignores("cafe", "c.txt", "r", 4)).isTrue();
        assertThat(ignore.ignores("", "c.txt", "r", 4)).isFalse();
        assertThat(ignore.warnings()).singleElement().asString().contains(":5:");
    }

    @Test
    void aBaselineKnowsAFindingWithAndWithoutItsValue() throws IOException {
        Path file = directory.resolve("report.json");
        GitleaksFinding found = find(RULE, "a.txt", "tok_abcd").getFirst();
        String entry =
                """
                [{"RuleID":"r","Description":"","StartLine":1,"EndLine":1,"StartColumn":1,"EndColumn":8,
                  "Match":"%1$s","Secret":"%1$s","File":"a.txt","SymlinkFile":"","Commit":"","Entropy":%2$s,
                  "Author":"","Email":"","Date":"","Message":"","Tags":[],"Fingerprint":"x"}]
                """;
        GitleaksScan.Options options = GitleaksScan.Options.DEFAULT;
        for (String value : List.of("tok_abcd", "REDACTED", "to****")) {
            Files.writeString(file, entry.formatted(value, found.entropy()));
            assertThat(find(RULE, options, LeakBaseline.read(file), "a.txt", "tok_abcd")).isEmpty();
        }
        Files.writeString(file, entry.formatted("tok_zzzz", found.entropy()));
        assertThat(find(RULE, options, LeakBaseline.read(file), "a.txt", "tok_abcd")).hasSize(1);
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> LeakBaseline.read(file)).isInstanceOf(GitleaksProblem.class);
    }
}
