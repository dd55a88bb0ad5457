package io.hushgate.core.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** The machine agrees with the JDK's engine, asked for every end from the longest down. */
class PatternAgainstJdkTest {
    private static final List<String> ATOMS =
            List.of(
                    "a",
                    "b",
                    "_",
                    "-",
                    "\\n",
                    "[ab]",
                    "[^a]",
                    "[a-b_]",
                    ".",
                    "\\w",
                    "\\W",
                    "\\b",
                    "\\B",
                    "<^>",
                    "<$>",
                    "(?!a)",
                    "(?<!a)",
                    "(?=[b-])",
                    "(?<=\\w)",
                    "\\A",
                    "\\z");
    private static final List<String> REPEATS = List.of("", "", "", "?", "*", "+", "{2}", "{1,3}");
    private static final String ALPHABET = "aab_-\n";

    @Test
    void findsTheLongestMatchAtEveryStart() {
        Gen<String> text =
                lists().of(integers().between(0, ALPHABET.length() - 1))
                        .ofSizeBetween(0, 8)
                        .map(PatternAgainstJdkTest::text);
        qt().withExamples(3000)
                .forAll(lists().of(integers().between(0, 10_000)).ofSizeBetween(1, 6), text)
                .checkAssert(PatternAgainstJdkTest::agree);
    }

    private static void agree(List<Integer> choices, String text) {
        String pattern = pattern(choices);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Machine machine =
                Pattern.compile(pattern.replace("<^>", "^").replace("<$>", "$"), false).machine();
        // The JDK's own ^ and $ do not match at the end of an empty last line.
        String forJdk = pattern.replace("<^>", "(?<![^\\n])").replace("<$>", "(?![^\\n])");
        var jdk =
                java.util.regex.Pattern.compile(forJdk, java.util.regex.Pattern.UNIX_LINES)
                        .matcher(text)
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false);
        for (int start = 0; start <= bytes.length; start++) {
            int end = machine.matchEnd(bytes, start, 0, bytes.length);
            int expected = -1;
            for (int e = bytes.length; e >= start && expected < 0; e--) {
                expected = jdk.region(start, e).matches() ? e : -1;
            }
            assertThat(end).as("/%s/ at %d of '%s'", pattern, start, text).isEqualTo(expected);
            if (end >= 0) {
                jdk.region(start, end).matches();
                long secret = machine.secret(bytes, start, end, 0, bytes.length);
                assertThat(List.of((int) (secret >>> 32), (int) secret))
                        .as("secret of /%s/ at %d of '%s'", pattern, start, text)
                        .isEqualTo(List.of(jdk.start("secret"), jdk.end("secret")));
            }
        }
    }

    /** Head, secret and tail, each a few atoms; every third number starts another branch. */
    private static String pattern(List<Integer> choices) {
        StringBuilder head = new StringBuilder();
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < choices.size(); i++) {
            int choice = choices.get(i);
            String atom = ATOMS.get(choice % ATOMS.size());
            boolean empty = atom.length() > 1 && "bBAz?".indexOf(atom.charAt(1)) >= 0;
            empty |= atom.startsWith("<") || atom.startsWith("(?");
            String repeat = empty ? "" : REPEATS.get(choice / 100 % REPEATS.size());
            StringBuilder part = i % 2 == 0 ? secret : head;
            if (choice % 7 == 0 && !part.isEmpty()) {
                part.append('|');
            }
            part.append(atom).append(repeat);
        }
        return "(?:" + head + ")(?<secret>" + secret + ")b?";
    }

    private static String text(List<Integer> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
