package io.hushgate.rules.gitleaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GoRegexTest {
    private static final List<String> EXPRESSIONS =
            List.of(
                    "(?i)[\\w.-]{0,5}?(?:acme|zork)[=: ]{1,3}([a-z0-9]{4})(?:[;'\"\\s]|$)",
                    "\\b(key-[0-9]{2,4})\\b",
                    "^\\s*tok_[a-z]+",
                    "(abc|bcd|cde)x?",
                    "(?:gh[pous]_)[A-Za-z]{3}",
                    "[^a]key-\\d",
                    "(?s:key-.{0,6}end)");

    @Test
    void looksOnlyNearItsTextsAndFindsTheSame() {
        List<String> pieces =
                List.of(
                        "acme",
                        "ACME",
                        "zork",
                        "=",
                        ": ",
                        "ab12",
                        "9999",
                        ";",
                        "\n",
                        " ",
                        "key-",
                        "12",
                        "1234",
                        "tok_",
                        "abc",
                        "bcd",
                        "x",
                        "ghp_",
                        "gho_",
                        "end",
                        "\u00e9",
                        "\ud83d\ude00",
                        "a",
                        "");
        qt().forAll(lists().of(pick(pieces)).ofSizeBetween(0, 40), pick(EXPRESSIONS))
                .check((parts, source) -> {
                    String text = String.join("", parts);
                    GoRegex regex = GoRegex.compile(source);
                    return regex.matches(text, starts(regex, text)).equals(regex.matches(text));
                });
    }

    private static int[] starts(GoRegex regex, String text) {
        List<Integer> starts = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (String literal : regex.literals()) {
            for (int at = lower.indexOf(literal); at >= 0; at = lower.indexOf(literal, at + 1)) {
                starts.add(at);
            }
        }
        return starts.stream().sorted().mapToInt(start -> start).toArray();
    }

    @Test
    void knowsTheTextsOfWhichEveryMatchHoldsOne() {
        assertThat(GoRegex.compile("\\b(key-[0-9]{2,4})\\b").literals()).containsExactly("key-");
        assertThat(GoRegex.compile("(?i)x?(?:acme|zork)y").literals())
                .containsExactlyInAnyOrder("xacmey", "xzorky", "acmey", "zorky");
        assertThat(GoRegex.compile("[0-9a-f]{32}").literals()).isEmpty();
        assertThat(GoRegex.compile("(?:abc)?[0-9]{4}").literals()).isEmpty();
        assertThat(GoRegex.compile("\\x41bcd|efgh").literals()).isNotEmpty();
        assertThat(GoRegex.compile("\\Qa.b\\Ecd[[:alnum:]]{3}").literals()).isEmpty();
        assertThat(GoRegex.compile("(?P<name>tok_)[\\pL-]+").literals()).containsExactly("tok_");
    }

    @Test
    void refusesWhatIsNotLinear() {
        assertThatThrownBy(() -> GoRegex.compile("(?=a)b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("look-around");
    }
}
