package io.hushgate.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private static final int WINDOW = 1 << 18;
    private final RuleSet rules = Matching.rules();

    @Test
    void marksTheValueAndNotTheName() throws IOException {
        assertThat(found("user: me\n  key: tok_Ab3dEf6hIj9l # mine\n"))
                .containsExactly("tok tok_Ab3dEf6hIj9l 16-32 2:8-2:24 format high");
    }

    @Test
    void wantsTheBorderThatThePatternWants() throws IOException {
        assertThat(found("mytok_Ab3dEf6hIj9l tok_Ab3dEf6hIj9lm")).isEmpty();
    }

    @Test
    void takesKeywordsInTheMiddle() throws IOException {
        assertThat(found("x=abcq~zk4hw9x2m"))
                .containsExactly("tail abcq~zk4hw9x2m 2-16 1:3-1:17 format high");
    }

    @Test
    void findsAValueAcrossLines() throws IOException {
        assertThat(found("\n-BEGIN-kwqzhf\nbvtmrpxj\n-END-\n"))
                .containsExactly("block kwqzhf\nbvtmrpxj\n 8-24 2:8-4:1 format high");
    }

    @Test
    void lowersTheConfidenceOfHalfAPair() throws IOException {
        assertThat(found("pid:739152"))
                .containsExactly("pair-id 739152 4-10 1:5-1:11 format medium");
        assertThat(found("pid:739152 pkey:qzkfrw"))
                .contains("pair-id 739152 4-10 1:5-1:11 format high");
        assertThat(found("pkey:qzkfrw" + " ".repeat(300) + "pid:739152"))
                .contains("pair-id 739152 315-321 1:316-1:322 format medium");
    }

    @Test
    void wantsTheWordsNearby() throws IOException {
        assertThat(found("zzz-73915")).isEmpty();
        assertThat(found("zzz-73915 from Acme")).hasSize(1);
        assertThat(found("acme" + " ".repeat(301) + "zzz-73915")).isEmpty();
    }

    @Test
    void takesAShapeUnderAName() throws IOException {
        assertThat(found("ACME_KEY=8f3a5b7c9d1e2f40\n"))
                .containsExactly("assigned 8f3a5b7c9d1e2f40 9-25 1:10-1:26 contextual medium");
        assertThat(found("ACME_KEY_ID=8f3a5b7c9d1e2f4\n")).isEmpty();
    }

    @Test
    void leavesTheValueToTheMoreSpecificRule() throws IOException {
        assertThat(found("secret: tok_Ab3dEf6hIj9l\n"))
                .containsExactly("tok tok_Ab3dEf6hIj9l 8-24 1:9-1:25 format high");
    }

    @Test
    void keepsQuietAboutStandInsUnlessAskedForEverything() throws IOException {
        byte[] text = bytes("t: tok_aaaaaaaaaaaa\npassword: ${DB_PASSWORD}\n");
        assertThat(Matching.inMemory(rules, Matching.OPTIONS, text)).isEmpty();
        assertThat(Matching.inMemory(rules, Matching.EVERYTHING, text))
                .containsExactly(
                        "tok tok_aaaaaaaaaaaa 3-19 1:4-1:20 placeholder low",
                        "generic ${DB_PASSWORD} 30-44 2:11-2:25 reference low");
    }

    @Test
    void countsColumnsInUtf16Units() throws IOException {
        // One unit for é and €, two for the G clef beyond the basic plane.
        assertThat(found("é€\ud834\udd1e tok_Ab3dEf6hIj9l"))
                .containsExactly("tok tok_Ab3dEf6hIj9l 10-26 1:6-1:22 format high");
    }

    @Test
    void countsLatin1BytesAsColumns() throws IOException {
        byte[] text = "\u00e9\u00e8\u00ea tok_Ab3dEf6hIj9l".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Matching.inMemory(rules, Matching.OPTIONS, text))
                .containsExactly("tok tok_Ab3dEf6hIj9l 4-20 1:5-1:21 format high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16WithAndWithoutMark(String charset) throws IOException {
        String text = "name: \u20ac\ud834\udd1e\r\nkey: tok_Ab3dEf6hIj9l\r\n";
        byte[] plain = text.getBytes(Charset.forName(charset));
        byte[] marked = ("\ufeff" + text).getBytes(Charset.forName(charset));
        assertThat(Matching.inMemory(rules, Matching.OPTIONS, plain))
                .containsExactly("tok tok_Ab3dEf6hIj9l 32-64 2:6-2:22 format high");
        assertThat(Matching.run(rules, Matching.OPTIONS, Matching.streamed(marked, 1, 3, 7)))
                .containsExactly("tok tok_Ab3dEf6hIj9l 34-66 2:6-2:22 format high");
    }

    @Test
    void takesOnlyMarkedTokensInBinaries() throws IOException {
        assertThat(found("\0\1\2tok_Ab3dEf6hIj9l\0password: kqzjwxvbn7\0"))
                .containsExactly("tok tok_Ab3dEf6hIj9l 3-19 1:4-1:20 format high");
    }

    @Test
    void doesNotDependOnPieces() throws IOException {
        byte[] text = manyMatches(3 * WINDOW + 12_345, 11);
        List<String> expected = Matching.inMemory(rules, Matching.OPTIONS, text);
        assertThat(expected.size()).isGreaterThan(1000);
        for (int[] sizes : new int[][] {{1 << 24}, {4096}, {1, 70_000, 13}, {WINDOW, 1}}) {
            assertThat(Matching.run(rules, Matching.OPTIONS, Matching.streamed(text, sizes)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void doesNotDependOnWhereTheWindowEnds() throws IOException {
        // The value slides over the border between what was scanned and what is looked ahead.
        String value = "-BEGIN-" + "kwqzhfbvtm\n".repeat(300) + "-END- tok_Ab3dEf6hIj9l";
        for (int border : new int[] {WINDOW, WINDOW + Matcher.BEHIND}) {
            for (int shift = -25; shift < 25; shift++) {
                byte[] text = new byte[border + shift + value.length() + Matcher.AHEAD + 100];
                java.util.Arrays.fill(text, (byte) '.');
                text[border / 2] = '\n';
                System.arraycopy(bytes(value), 0, text, border + shift, value.length());
                assertThat(Matching.run(rules, Matching.OPTIONS, Matching.streamed(text, 1 << 24)))
                        .hasSize(2)
                        .isEqualTo(Matching.inMemory(rules, Matching.OPTIONS, text));
            }
        }
    }

    @Test
    void findsInTwoTextsWhatItFindsInEach() throws IOException {
        byte[] one = manyMatches(50_000, 3);
        byte[] two = manyMatches(50_000, 4);
        byte[] both = new byte[one.length + two.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        assertThat(Matching.inMemory(rules, Matching.OPTIONS, both))
                .hasSize(
                        Matching.inMemory(rules, Matching.OPTIONS, one).size()
                                + Matching.inMemory(rules, Matching.OPTIONS, two).size());
    }

    @Test
    void findsTheSameAfterWritingAndReadingTheRules() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rules.write(out);
        RuleSet read = RuleSet.read(out.toByteArray());
        assertThat(read.rules()).isEqualTo(rules.rules());
        byte[] text = manyMatches(100_000, 5);
        assertThat(Matching.inMemory(read, Matching.OPTIONS, text))
                .isEqualTo(Matching.inMemory(rules, Matching.OPTIONS, text));
    }

    @Test
    void refusesRulesThatWereCut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rules.write(out);
        byte[] whole = out.toByteArray();
        for (int length : new int[] {0, 3, 4, 20, 200, whole.length / 2, whole.length - 1}) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> RuleSet.read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("build them again");
        }
    }

    @Test
    void saysHowManyMatchesWereLeftOut() throws IOException {
        Limits few = new Limits(1000, 1000, 1, 1, 1, 1, 3, Duration.ofHours(1));
        MatchOptions options = new MatchOptions(few, Matching.OPTIONS.now(), false);
        byte[] text = bytes("tok_Ab3dEf6hIj9l ".repeat(5));
        List<Detection> found = new ArrayList<>();
        Matched matched =
                rules.matcher(options)
                        .match(Artifact.InMemory.of(new Address.File("a"), text), found::add);
        assertThat(found).hasSize(3);
        assertThat(matched.skips())
                .singleElement()
                .satisfies(skip -> assertThat(skip.reason()).isEqualTo(Reason.LIMIT_ENTRIES))
                .satisfies(skip -> assertThat(skip.detail()).startsWith("2 more matches"));
    }

    @Test
    void saysThatALongArtifactWasCut() throws IOException {
        Limits small = new Limits(100, 1000, 1, 1, 1, 1, 3, Duration.ofHours(1));
        MatchOptions options = new MatchOptions(small, Matching.OPTIONS.now(), false);
        byte[] text = bytes(".".repeat(90) + " tok_Ab3dEf6hIj9l");
        List<Detection> found = new ArrayList<>();
        Matched matched = rules.matcher(options).match(Matching.streamed(text, 64), found::add);
        assertThat(found).isEmpty();
        assertThat(matched.bytes()).isEqualTo(100);
        assertThat(matched.skips())
                .singleElement()
                .satisfies(skip -> assertThat(skip.reason()).isEqualTo(Reason.LIMIT_SIZE));
    }

    @Test
    void matchesOneEndlessLine() throws IOException {
        byte[] text = new byte[5 * WINDOW];
        java.util.Arrays.fill(text, (byte) 'x');
        byte[] value = bytes(" tok_Ab3dEf6hIj9l ");
        System.arraycopy(value, 0, text, text.length - 100, value.length);
        int start = text.length - 99;
        assertThat(Matching.run(rules, Matching.OPTIONS, Matching.streamed(text, 1 << 16)))
                .containsExactly(
                        "tok tok_Ab3dEf6hIj9l %d-%d 1:%d-1:%d format high"
                                .formatted(start, start + 16, start + 1, start + 17));
    }

    private List<String> found(String text) throws IOException {
        return Matching.inMemory(rules, Matching.OPTIONS, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Text with every kind of match, and halves of them, every few hundred bytes. */
    private static byte[] manyMatches(int size, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            String value = Matching.alnum(12, random.nextLong());
            text.append(
                    switch (random.nextInt(10)) {
                        case 0 -> " tok_" + value + " ";
                        case 1 -> "\nabcq~z" + value + "\n";
                        case 2 -> "-BEGIN-" + "kwqzhfbv\n".repeat(random.nextInt(400)) + "-END-";
                        case 3 -> "pid:" + (100_000 + random.nextInt(900_000)) + "\n";
                        case 4 -> " pkey:zqwxkj ";
                        case 5 -> "zzz-48151 ";
                        case 6 -> "acme";
                        case 7 -> "\npassword: " + value + "\n";
                        case 8 -> "tok_-BEGIN- \u00e9\u20ac";
                        default -> " lorem ipsum\n".repeat(random.nextInt(60));
                    });
        }
        return bytes(text.append("\n".repeat(5000)).toString());
    }
}
