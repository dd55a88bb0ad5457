package io.hushgate.core.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "(?<secret>a)\\1      ~ 13 ~ back-references",
                "(?<secret>a+?)       ~ 13 ~ reluctant",
                "(?<secret>a          ~ 1  ~ not closed",
                "(?<secret>[ab)       ~ 11 ~ set is not closed",
                "(?<secret>a))        ~ 13 ~ closes nothing",
                "(?<secret>a{9999})   ~ 12 ~ counts go up",
                "(?<secret>a)(?!bc)   ~ 13 ~ one set or character",
                "(?<x>a)              ~ 2  ~ groups are",
                "abc                  ~ 4  ~ no group",
                "(?<secret>*)         ~ 11 ~ repeats nothing",
                "(?<secret>(?:\\b)*)  ~ 11 ~ matches no byte",
            })
    void saysWhatCannotBeUsedAndWhere(String pattern, int character, String words) {
        assertThatThrownBy(() -> Pattern.compile(pattern.strip(), false))
                .isInstanceOf(PatternProblem.class)
                .hasMessageStartingWith("pattern, character " + character + ": ")
                .hasMessageContaining(words.strip());
    }

    @Test
    void refusesWhatUnfoldsWithoutMeasure() {
        assertThatThrownBy(() -> Pattern.compile("(?<secret>(?:a{1000}){1000})", false))
                .isInstanceOf(PatternProblem.class)
                .hasMessageContaining("unfold");
    }

    @Test
    void refusesGroupsWithoutEnd() {
        String pattern = "(".repeat(10_000) + "a" + ")".repeat(10_000);
        assertThatThrownBy(() -> Pattern.compile(pattern, false))
                .isInstanceOf(PatternProblem.class)
                .hasMessageContaining("groups inside each other");
    }

    @Test
    void provesWhereKeywordsStand() {
        Pattern pattern = Pattern.compile("\\bgh[op]_(?<secret>\\w{2,4})", false);
        assertThat(pattern.leads(List.of("gho_", "ghp_")))
                .isEqualTo(Map.of("gho_", new Lead(0, 0), "ghp_", new Lead(0, 0)));
        assertThatThrownBy(() -> pattern.leads(List.of("gho_")))
                .hasMessageContaining("not every match holds one of the keywords");
    }

    @Test
    void tellsWhatAMatchStartsWith() {
        assertThat(firstBytes("\\b(?:x?(?<secret>[Yy]a*)|\\dq)")).isEqualTo("0123456789Yxy");
        assertThat(firstBytes("(?<=a)(?<secret>b)(?![c])")).isEqualTo("b");
        assertThat(Pattern.compile("(?<secret>a*)", false).firstBytes()).isEqualTo(ByteSet.ALL);
    }

    private static String firstBytes(String pattern) {
        ByteSet bytes = Pattern.compile(pattern, false).firstBytes();
        StringBuilder text = new StringBuilder();
        for (int b = 0; b < 256; b++) {
            if (bytes.has(b)) {
                text.append((char) b);
            }
        }
        return text.toString();
    }

    @Test
    void measuresTheLeadBeforeAKeyword() {
        Pattern pattern = Pattern.compile("(?<secret>\\w{3}\\d{1,2}Q~[a-z]{4})", false);
        List<String> keywords = List.of("0q~", "1q~", "2q~", "3q~", "4q~", "5q~", "6q~", "7q~");
        List<String> all = new java.util.ArrayList<>(keywords);
        all.addAll(List.of("8q~", "9q~"));
        assertThatThrownBy(() -> pattern.leads(keywords)).isInstanceOf(PatternProblem.class);
        assertThat(pattern.leads(all)).containsEntry("5q~", new Lead(3, 4)).hasSize(10);
    }

    @Test
    void cutsRepeatsWithoutBoundAtTheWindow() {
        Machine machine = Pattern.compile("(?<secret>a+)", false).machine();
        byte[] text = "a".repeat(Pattern.MAX_WINDOW + 100).getBytes(StandardCharsets.US_ASCII);
        assertThat(machine.matchEnd(text, 0, 0, text.length)).isEqualTo(Pattern.MAX_WINDOW);
    }

    @Test
    void staysWithinItsTableWhenStatesDoNotEnd() {
        Machine machine =
                Pattern.compile("(?<secret>(?:a|b){0,200}a(?:a|b){200})", false).machine();
        byte[] text = new byte[20_000];
        var random = new java.util.Random(7);
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (random.nextBoolean() ? 'a' : 'b');
        }
        for (int start = 0; start < 500; start++) {
            int end = machine.matchEnd(text, start, 0, text.length);
            assertThat(end).isBetween(start + 201, start + 401);
        }
    }

    @Test
    void foldsCaseOnlyWhereAsked() {
        byte[] text = "ABab".getBytes(StandardCharsets.US_ASCII);
        assertThat(end("(?i:ab)(?<secret>ab)", text)).isEqualTo(4);
        assertThat(end("ab(?<secret>ab)", text)).isEqualTo(-1);
    }

    private static int end(String pattern, byte[] text) {
        return Pattern.compile(pattern, false).machine().matchEnd(text, 0, 0, text.length);
    }
}
