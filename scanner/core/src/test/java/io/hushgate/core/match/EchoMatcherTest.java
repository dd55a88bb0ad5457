package io.hushgate.core.match;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Copies;
import io.hushgate.core.Finding;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Limits;
import io.hushgate.core.Lineage;
import io.hushgate.core.Memo;
import io.hushgate.core.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EchoMatcherTest {
    private static final FingerprintKey KEY = FingerprintKey.of(new byte[FingerprintKey.BYTES]);
    private static final Address FILE = new Address.File("file");
    private static final String VALUE = "tok_Ab3dEf6hIj9l";
    private final RuleSet rules = Matching.rules();
    @AutoClose private final KnownValues known = new KnownValues();
    private final FindingCollector collector = new FindingCollector(KEY, known);

    @Test
    void findsAValueInEveryEncoding() {
        String encoded = Base64.getEncoder().encodeToString(bytes(VALUE));
        for (String form :
                List.of(
                        VALUE,
                        Base64.getEncoder().encodeToString(bytes("x" + VALUE + "yz")),
                        Base64.getUrlEncoder().encodeToString(bytes("x?" + VALUE)),
                        Base64.getEncoder().encodeToString(bytes("user:" + VALUE)),
                        Base64.getEncoder().encodeToString(bytes("{\"a\":\"" + encoded + "\"}")),
                        HexFormat.of().formatHex(bytes("a" + VALUE)),
                        HexFormat.of().withUpperCase().formatHex(bytes(VALUE)),
                        Base64.getEncoder().encodeToString(VALUE.getBytes(UTF_16LE)))) {
            assertThat(echoes(VALUE, "log " + form + " end")).as(form).hasSize(1);
        }
    }

    @Test
    void knowsTheEscapesOfUrlsJsonXmlAndShells() {
        String value = "p/w+d&<\"a'b\\c 9Q";
        byte[] raw = bytes(value);
        List<String> forms =
                ValueForms.of(raw).stream().map(form -> new String(form, ISO_8859_1)).toList();
        assertThat(forms)
                .contains(
                        value,
                        URLEncoder.encode(value, UTF_8),
                        URLEncoder.encode(value, UTF_8).replace("+", "%20"),
                        "p/w+d&<\\\"a'b\\\\c 9Q",
                        "p\\/w+d&<\\\"a'b\\\\c 9Q",
                        "p/w+d\\u0026\\u003c\\\"a'b\\\\c 9Q",
                        "p/w+d&amp;&lt;&quot;a&apos;b\\c 9Q",
                        "p/w+d&<\"a'\\''b\\c 9Q")
                .doesNotHaveDuplicates();
    }

    @Test
    void base64OfAnySurroundingsHoldsTheForm() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] value = new byte[8 + random.nextInt(40)];
            random.nextBytes(value);
            byte[] text = new byte[random.nextInt(9) + value.length + random.nextInt(9)];
            random.nextBytes(text);
            int at = random.nextInt(text.length - value.length + 1);
            System.arraycopy(value, 0, text, at, value.length);
            String encoded = Base64.getEncoder().encodeToString(text);
            assertThat(ValueForms.of(value))
                    .anyMatch(form -> encoded.contains(new String(form, ISO_8859_1)));
        }
    }

    @Test
    void leavesWhatRulesSawAlready() throws IOException {
        rule("a.env", "x " + VALUE);
        echo(memory("a.env", "x " + VALUE), memory("b.bin", "\0\0" + VALUE + "\0"));
        assertThat(collector.findings())
                .singleElement()
                .extracting(Finding::occurrences)
                .asString()
                .isEqualTo("[a.env:1:3, b.bin:1:3]");
    }

    @Test
    void aShortValueInsideAnotherWordIsChance() {
        assertThat(echoes("tok_Ab3dEf6", "see tok_Ab3dEf6hh")).isEmpty();
        assertThat(echoes("tok_Ab3dEf6", "see tok_Ab3dEf6.")).hasSize(1);
    }

    @Test
    void readsWideTextAndCountsItsColumns() {
        byte[] wide = ("\ufeffpaß\n\tkey " + VALUE).getBytes(UTF_16LE);
        List<Echo> found = echoes(VALUE, Artifact.InMemory.of(new Address.File("w"), wide));
        assertThat(found)
                .singleElement()
                .satisfies(echo -> {
                    assertThat(echo.location()).hasToString("w:2:6");
                    assertThat(echo.span().start()).isEqualTo(2 + 2 * 9);
                });
    }

    @Test
    void piecesMakeNoDifference() {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        for (int i = 0; i < 40_000; i++) {
            text.append(random.nextInt(400) == 0 ? VALUE : "some line of a log, ä\n");
        }
        byte[] bytes = bytes(text.toString());
        Artifact.InMemory whole = Artifact.InMemory.of(new Address.File("log"), bytes);
        List<Echo> expected = echoes(VALUE, whole);
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(echoes(VALUE, new Trickle(bytes))).isEqualTo(expected);
    }

    @Test
    void chainsOfVersionsMakeNoDifference() throws IOException {
        Random random = new Random(19);
        for (int chain = 0; chain < 60; chain++) {
            byte[] base = bytes("-".repeat(200));
            Memo memo = null;
            for (int version = 0; version < 6; version++) {
                Copies copies = new Copies();
                byte[] text = version == 0 ? base : next(base, copies, random);
                Memo own = new Memo();
                Lineage lineage = new Lineage(memo, copies, own);
                assertThat(
                                echoes(
                                        VALUE,
                                        new Artifact.InMemory(FILE, text, 0, text.length, lineage)))
                        .isEqualTo(echoes(VALUE, Artifact.InMemory.of(FILE, text)));
                base = text;
                memo = own;
            }
        }
    }

    /** A text of stretches of another one, whole and broken values, and other things. */
    private static byte[] next(byte[] base, Copies copies, Random random) {
        StringBuilder text = new StringBuilder();
        copies.reset(base.length);
        for (int piece = 0; piece < 8; piece++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    int from = random.nextInt(base.length - Copies.SHORTEST);
                    int most = Math.min(base.length - from, 400);
                    int length = Copies.SHORTEST + random.nextInt(most - Copies.SHORTEST + 1);
                    copies.add(from, text.length(), length);
                    text.append(new String(base, from, length, ISO_8859_1));
                }
                case 1 -> text.append(VALUE, random.nextInt(VALUE.length()), VALUE.length());
                case 2 -> text.append(VALUE, 0, random.nextInt(VALUE.length()));
                default -> text.append(VALUE).append("=".repeat(random.nextInt(90)));
            }
        }
        return bytes(text.append("+".repeat(Copies.SHORTEST)).toString());
    }

    @Test
    void whatIsCopiedFromASilentTextIsPassedOver() throws IOException {
        Random random = new Random(17);
        for (int round = 0; round < 200; round++) {
            String half = VALUE.substring(0, 1 + random.nextInt(VALUE.length() - 1));
            String rest = VALUE.substring(half.length());
            String base =
                    "-".repeat(70)
                            + half
                            + "=".repeat(70)
                            + (random.nextBoolean() ? "x" : "")
                            + VALUE.substring(1)
                            + "+".repeat(70);
            Memo memo = new Memo();
            Lineage first = Lineage.first(memo);
            byte[] old = bytes(base);
            assertThat(echoes(VALUE, new Artifact.InMemory(FILE, old, 0, old.length, first)))
                    .isEmpty();
            int cut = 70 + half.length();
            int again = base.indexOf(VALUE.substring(1), cut);
            String text =
                    base.substring(0, cut)
                            + (random.nextBoolean() ? rest : "")
                            + base.substring(again - 80, again)
                            + VALUE.charAt(0)
                            + base.substring(again);
            Copies copies = new Copies();
            copies.reset(base.length());
            copies.add(0, 0, cut);
            int second = text.length() - (base.length() - again);
            copies.add(again - 80, second - 81, 80);
            copies.add(again, second, base.length() - again);
            byte[] bytes = bytes(text);
            Lineage lineage = new Lineage(memo, copies, null);
            assertThat(echoes(VALUE, new Artifact.InMemory(FILE, bytes, 0, bytes.length, lineage)))
                    .isEqualTo(echoes(VALUE, Artifact.InMemory.of(FILE, bytes)))
                    .isNotEmpty();
        }
    }

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(11);
        for (int round = 0; round < 50; round++) {
            List<List<byte[]>> forms = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                byte[] form = new byte[8 + random.nextInt(4)];
                for (int k = 0; k < form.length; k++) {
                    form[k] = (byte) ('a' + random.nextInt(2));
                }
                forms.add(List.of(form));
            }
            byte[] text = new byte[2000];
            for (int k = 0; k < text.length; k++) {
                text[k] = (byte) ('a' + random.nextInt(2));
            }
            List<String> found = new ArrayList<>();
            try (FormFinder finder = new FormFinder(forms)) {
                finder.find(
                        text,
                        3,
                        1900,
                        1950,
                        (owner, start, end) -> found.add(owner + ":" + start + ":" + end));
                assertThat(found)
                        .containsExactlyInAnyOrderElementsOf(plain(forms, text, 3, 1900, 1950));
            }
        }
    }

    private static List<String> plain(
            List<List<byte[]>> forms, byte[] text, int from, int limit, int to) {
        List<String> found = new ArrayList<>();
        for (int start = from; start < limit; start++) {
            for (int owner = 0; owner < forms.size(); owner++) {
                byte[] form = forms.get(owner).getFirst();
                int end = start + form.length;
                if (end <= to && Arrays.equals(form, 0, form.length, text, start, end)) {
                    found.add(owner + ":" + start + ":" + end);
                }
            }
        }
        return found;
    }

    @Test
    void guessesAndWordsAreNotLookedFor() throws IOException {
        rule("a.env", "password: Winter2025Summer");
        assertThat(known.isEmpty()).isTrue();
    }

    /** A password of words stands behind its own option in a form, and anywhere as the words. */
    @Test
    void wordsInAFormAreNotLookedFor() throws IOException {
        RuleSet passwords =
                RuleSet.compile(
                        List.of(Matching.token("login", "login -p", "login -p (?<secret>[a-z]+)")));
        Matcher matcher = passwords.matcher(Matching.OPTIONS);
        matcher.match(memory("a.sh", "login -p database\n"), collector);
        assertThat(known.isEmpty()).isTrue();
        matcher.match(memory("b.sh", "login -p xkqzvwjplq\n"), collector);
        assertThat(known.isEmpty()).isFalse();
    }

    private List<Echo> echoes(String value, String text) {
        return echoes(value, memory("log", text));
    }

    private static List<Echo> echoes(String value, Artifact artifact) {
        byte[] raw = bytes(value);
        List<Echo> found = new ArrayList<>();
        try (FormFinder finder = new FormFinder(List.of(ValueForms.of(raw)))) {
            new EchoMatcher(
                            finder,
                            List.of(KEY.of(Secret.copyOf(raw, 0, raw.length))),
                            Limits.DEFAULT)
                    .match(artifact, found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void rule(String path, String text) throws IOException {
        rules.matcher(Matching.OPTIONS).match(memory(path, text), collector);
    }

    private void echo(Artifact... artifacts) throws IOException {
        for (Artifact artifact : artifacts) {
            known.matcher(Limits.DEFAULT).match(artifact, collector);
        }
    }

    private static Artifact.InMemory memory(String path, String text) {
        return Artifact.InMemory.of(new Address.File(path), bytes(text));
    }

    private static byte[] bytes(String text) {
        return bytes(text, UTF_8);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    /** Gives few bytes at a time. */
    private static final class Trickle implements Artifact.Streamed {
        private final byte[] bytes;
        private int at;

        Trickle(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public Address address() {
            return new Address.File("log");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(Math.min(length, 997), bytes.length - at);
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }
    }
}
