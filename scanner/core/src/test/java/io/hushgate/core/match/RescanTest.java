package io.hushgate.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Copies;
import io.hushgate.core.Lineage;
import io.hushgate.core.Memo;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version of a text gives what it gives without its lineage, however it was made. */
class RescanTest {
    private static final int VERSIONS = 6;

    /** What stands between lines of base64; before the first blank one they go on. */
    private static final List<String> SEAMS =
            List.of(
                    "\n",
                    "\r\n",
                    "\n    ",
                    "",
                    "A",
                    "\n\n",
                    " ",
                    "\"",
                    "=\n",
                    "\n" + " ".repeat(70));

    private final RuleSet rules = rules();
    private final Matcher related = rules.matcher(Matching.EVERYTHING);
    private final Matcher alone = rules.matcher(Matching.EVERYTHING);

    private static RuleSet rules() {
        List<Rule> rules = new ArrayList<>(Matching.rules().rules());
        rules.add(
                Matching.rule(
                        "service",
                        new Form.Service(List.of("example")),
                        Evidence.NONE,
                        Surroundings.ANY));
        return RuleSet.compile(rules);
    }

    /** A text, and what it was made from. */
    private record Version(byte[] text, Copies copies) {}

    @Test
    void findsInEveryVersionWhatIsThere() {
        qt().withExamples(1500)
                .forAll(integers().all())
                .checkAssert(seed -> {
                    Random random = new Random(seed);
                    agree(text(random, random.nextInt(60)), random);
                });
    }

    @Test
    void findsWhatIsEncodedInEveryVersion() {
        qt().withExamples(1500)
                .forAll(integers().all())
                .checkAssert(seed -> {
                    Random random = new Random(seed);
                    agree(wrapped(random, 1 + random.nextInt(5)), random);
                });
    }

    private void agree(byte[] first, Random random) {
        byte[] text = first;
        Memo memo = new Memo();
        assertThat(found(related, text, Lineage.first(memo))).isEqualTo(found(alone, text));
        for (int i = 0; i < VERSIONS; i++) {
            Version next = version(text, random);
            Memo own = new Memo();
            Lineage lineage = new Lineage(memo, next.copies, random.nextInt(5) == 0 ? null : own);
            assertThat(found(related, next.text, lineage))
                    .as(() -> new String(next.text, StandardCharsets.ISO_8859_1))
                    .isEqualTo(found(alone, next.text));
            text = next.text;
            memo = own;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 30, 46, 47, 48, 63, 64, 65, 100, 400})
    void seesWhatOneByteBehindOrBeforeASeamDecides(int distance) throws IOException {
        String value = "tok_" + Matching.alnum(12, 7);
        String room = " ".repeat(distance);
        String filler = "\n" + "lorem ipsum ".repeat(40);
        byte[] base = bytes(filler + "x" + value + room + filler);
        byte[] text = bytes(filler + " " + value + room + filler);
        int seam = filler.length();
        Copies copies = new Copies();
        copies.reset(base.length);
        copies.add(0, 0, seam);
        copies.add(seam + 1, seam + 1, base.length - seam - 1);
        Memo memo = new Memo();
        assertThat(found(related, base, Lineage.first(memo))).isEmpty();
        assertThat(found(related, text, new Lineage(memo, copies, null))).hasSize(1);
    }

    @Test
    void seesThatANameBecameAnother() throws IOException {
        String key = "example api key: " + Matching.alnum(30, 3) + "77\n";
        String filler = "lorem ipsum\n".repeat(20);
        byte[] base = bytes(filler + "an" + key + filler);
        byte[] text = bytes(filler + key + filler);
        int seam = filler.length();
        Copies copies = new Copies();
        copies.reset(base.length);
        copies.add(0, 0, seam);
        copies.add(seam + 2, seam, text.length - seam);
        Memo memo = new Memo();
        assertThat(found(related, base, Lineage.first(memo))).isEmpty();
        assertThat(found(related, text, new Lineage(memo, copies, null))).hasSize(1);
    }

    @Test
    void asksOtherRulesAnew() throws IOException {
        byte[] text = bytes("lorem ipsum dolor ".repeat(20) + "key tok_Ab3dEf6hIj9l end");
        Memo memo = new Memo();
        Matcher none = RuleSet.compile(List.of()).matcher(Matching.OPTIONS);
        assertThat(found(none, text, Lineage.first(memo))).isEmpty();
        Copies copies = new Copies();
        copies.reset(text.length);
        copies.add(0, 0, text.length);
        assertThat(found(related, text, new Lineage(memo, copies, null))).hasSize(1);
    }

    private static List<String> found(Matcher matcher, byte[] text) {
        return found(matcher, text, Lineage.NONE);
    }

    private static List<String> found(Matcher matcher, byte[] text, Lineage lineage) {
        List<String> found = new ArrayList<>();
        Address address = new Address.GitObject("0");
        Artifact artifact = new Artifact.InMemory(address, text, 0, text.length, lineage);
        try {
            matcher.match(artifact, detection -> found.add(Matching.line(detection)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Copies most of a text, mostly in order, and writes something in between. */
    private static Version version(byte[] base, Random random) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Copies copies = new Copies();
        copies.reset(base.length);
        int at = 0;
        int edits = random.nextInt(6);
        for (int i = 0; i <= edits && at < base.length; i++) {
            int end =
                    i == edits && random.nextInt(4) > 0
                            ? base.length
                            : at + 1 + random.nextInt(base.length - at);
            copies.add(at, text.size(), end - at);
            text.write(base, at, end - at);
            switch (random.nextInt(4)) {
                case 0 -> text.writeBytes(cut(text(random, 1 + random.nextInt(4)), random));
                case 1 -> text.writeBytes(bytes("x".repeat(random.nextInt(3))));
                case 2 -> text.writeBytes(bytes(SEAMS.get(random.nextInt(SEAMS.size()))));
                default -> {}
            }
            at = end + (random.nextInt(3) == 0 ? random.nextInt(1 + random.nextInt(40)) : 0);
            if (random.nextInt(8) == 0) {
                at = random.nextInt(base.length);
            }
        }
        return new Version(text.toByteArray(), copies);
    }

    private static byte[] cut(byte[] text, Random random) {
        int from = random.nextInt(text.length + 1);
        int to = from + random.nextInt(text.length + 1 - from);
        return java.util.Arrays.copyOfRange(text, from, to);
    }

    /**
     * Everything that a rule, a decoder or the reader of assignments looks at, whole and broken.
     */
    private static byte[] text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            String value = Matching.alnum(12, random.nextLong());
            text.append(
                    switch (random.nextInt(22)) {
                        case 0 -> " tok_" + value + " ";
                        case 1 -> "\nabcq~z" + value + "\n";
                        case 2 -> "-BEGIN-" + "kwqzhfbv\n".repeat(random.nextInt(60)) + "-END-";
                        case 3 -> "pid:" + (100_000 + random.nextInt(900_000)) + "\n";
                        case 4 -> " pkey:zqwxkj ";
                        case 5 -> "zzz-48151 ";
                        case 6 -> "acme";
                        case 7 -> "\npassword: " + value + "\n";
                        case 8 ->
                                "secret_"
                                        + "name".repeat(random.nextInt(30))
                                        + " = '"
                                        + value
                                        + "'";
                        case 9 -> "\nACME_KEY=8f3a5b7c9d1e2f4" + random.nextInt(10) + "\n";
                        case 10 -> encoded("the tok_" + value + " is in here, " + value, random);
                        case 11 -> encoded(value.repeat(1 + random.nextInt(40)), random);
                        case 12 -> "%22tok_" + value + "%22".repeat(random.nextInt(3));
                        case 13 -> "\\u0022password\\u0022:\\u0022" + value + "\\u0022 ";
                        case 14 -> "%2F" + "a%20".repeat(random.nextInt(1500));
                        case 15 -> "\"" + Matching.alnum(88, random.nextLong()) + "\",\n";
                        case 16 -> "\n  ";
                        case 18 -> "my example api key: " + value + value + "7\n";
                        case 19 -> "example";
                        case 17 -> random.nextInt(40) == 0 ? "\0" : "\u00e9";
                        default -> " lorem ipsum\n".repeat(random.nextInt(20));
                    });
        }
        return bytes(text.toString());
    }

    /** Base64 in lines of any length, some of which go on and some of which do not. */
    private static byte[] wrapped(Random random, int blocks) {
        StringBuilder text = new StringBuilder(SEAMS.get(random.nextInt(SEAMS.size())));
        for (int i = 0; i < blocks; i++) {
            StringBuilder plain = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                plain.append("a tok_").append(Matching.alnum(12, random.nextLong())).append(", ");
            }
            String digits = Base64.getEncoder().encodeToString(bytes(plain.toString()));
            int line = 30 + random.nextInt(60);
            int at = 0;
            while (at < digits.length()) {
                int length = random.nextInt(4) == 0 ? 20 + random.nextInt(50) : line;
                int end = Math.min(digits.length(), at + length);
                text.append(digits, at, end);
                text.append(SEAMS.get(random.nextInt(random.nextInt(5) == 0 ? SEAMS.size() : 3)));
                at = end;
            }
            text.append(" ".repeat(random.nextInt(100)));
        }
        return bytes(text.toString());
    }

    private static String encoded(String text, Random random) {
        byte[] bytes = bytes(text);
        return switch (random.nextInt(3)) {
            case 0 -> Base64.getEncoder().encodeToString(bytes);
            case 1 -> Base64.getMimeEncoder(76, bytes("\n  ")).encodeToString(bytes) + "\n";
            default -> java.util.HexFormat.of().formatHex(bytes);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
