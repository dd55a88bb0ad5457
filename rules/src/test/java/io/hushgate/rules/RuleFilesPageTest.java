package io.hushgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.rule.Check;
import io.hushgate.rules.sample.Alphabet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a rule file may say is on the page about rule files. */
class RuleFilesPageTest {
    private static String page = "";

    @BeforeAll
    static void readPage() throws IOException {
        page =
                Files.readString(
                        Path.of(System.getProperty("project.root"), "src/docs/rule-files.md"));
    }

    @Test
    void namesEveryKey() {
        assertThat(RuleNode.KEYS).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    @Test
    void namesEveryCheck() {
        assertThat(Check.values())
                .allSatisfy(check -> assertThat(page).contains("`" + check.label() + "`"));
    }

    @Test
    void namesEveryAlphabet() {
        assertThat(Alphabet.values())
                .extracting(alphabet -> alphabet.name().toLowerCase(Locale.ROOT))
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
