package io.hushgate.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The island against the plain thing: every keyword compared at every place. */
class KeywordAutomatonTest {
    private static final String ALPHABET = "abAB-\u00e9";

    @Test
    void findsWhatComparingFinds() {
        qt().withExamples(1000)
                .forAll(
                        lists().of(words(3, 5)).ofSizeBetween(1, 12),
                        lists().of(integers().between(0, 5)).ofSizeBetween(0, 200),
                        integers().between(0, 20))
                .checkAssert((words, letters, from) -> {
                    List<String> keywords = words.stream().distinct().toList();
                    byte[] text = bytes(letters);
                    int start = Math.min(from, text.length);
                    assertThat(found(keywords, text, start))
                            .isEqualTo(compared(keywords, text, start));
                });
    }

    private static org.quicktheories.core.Gen<String> words(int least, int most) {
        return lists().of(integers().between(0, 2))
                .ofSizeBetween(least, most)
                .map(letters -> {
                    StringBuilder word = new StringBuilder();
                    letters.forEach(i -> word.append("ab-".charAt(i)));
                    return word.toString();
                });
    }

    private static Set<String> found(List<String> keywords, byte[] text, int from) {
        AutomatonBuilder.Built built = AutomatonBuilder.build(keywords);
        long[] hits = new long[text.length];
        int count = built.automaton().scan(text, 0, from, text.length, hits);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            for (int keyword : built.keywords()[built.automaton().accepting(hits[i])]) {
                assertThat(found.add(KeywordAutomaton.end(hits[i]) + keywords.get(keyword)))
                        .as("once")
                        .isTrue();
            }
        }
        return found;
    }

    private static Set<String> compared(List<String> keywords, byte[] text, int from) {
        String lower = new String(text, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        Set<String> found = new TreeSet<>();
        for (String keyword : keywords) {
            for (int end = from + 1; end <= text.length; end++) {
                if (lower.substring(0, end).endsWith(keyword)) {
                    found.add(end + keyword);
                }
            }
        }
        return found;
    }

    private static byte[] bytes(List<Integer> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
