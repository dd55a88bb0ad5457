package io.hushgate.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.hushgate.core.Limits;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.Matcher;
import io.hushgate.core.match.ValueFinder;
import io.hushgate.rules.Rules;
import io.hushgate.rules.sample.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorTest {
    private static final Matcher MATCHER =
            Rules.shipped()
                    .matcher(
                            new MatchOptions(
                                    Limits.DEFAULT, Instant.parse("2026-01-31T00:00:00Z"), false));
    private static final byte[] MASK = "***".getBytes(UTF_8);
    private static final String TOKEN = Template.parse("${github:ghp_}").render("redact");

    private static byte[] redact(List<Integer> sizes, byte[] input, byte[]... named) {
        NamedValues values = new NamedValues();
        for (byte[] value : named) {
            assertThat(values.add(value)).isTrue();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<ValueFinder> finder = values.finder();
        Redactor redactor = new Redactor(MATCHER, finder, MASK, out);
        try {
            int at = 0;
            for (int i = 0; at < input.length; i++) {
                int end = Math.min(input.length, at + sizes.get(i % sizes.size()));
                redactor.write(input, at, end);
                at = end;
            }
            redactor.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        finder.ifPresent(ValueFinder::close);
        return out.toByteArray();
    }

    private static String redact(String input, String... named) {
        byte[][] values = new byte[named.length][];
        for (int i = 0; i < named.length; i++) {
            values[i] = named[i].getBytes(UTF_8);
        }
        return new String(redact(List.of(1 << 16), input.getBytes(UTF_8), values), UTF_8);
    }

    private static String key(String begin, String end) {
        Random random = new Random(7);
        byte[] body = new byte[700];
        random.nextBytes(body);
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(body);
        return "-----BEGIN " + begin + "\n" + lines + "\n-----END " + end + "\n";
    }

    @Test
    void masksTheValueAndNothingElse() {
        assertThat(redact("a\tb \u00e9\r\ntoken " + TOKEN + " end\r\nlast"))
                .isEqualTo("a\tb \u00e9\r\ntoken *** end\r\nlast");
    }

    @Test
    void masksAValueThatAColourCuts() {
        assertThat(redact("x " + TOKEN.substring(0, 9) + "\u001b[0m" + TOKEN.substring(9) + "\n"))
                .isEqualTo("x ***\n");
    }

    @Test
    void masksOnlyTheBodyOfAKeyWhateverStandsBeforeItsLines() {
        String plain = key("PRIVATE KEY-----", "PRIVATE KEY-----");
        assertThat(redact("a\n" + plain + "b\n").replace("***\n", ""))
                .isEqualTo("a\n-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\nb\n");
        String prefixed = ("x\n" + plain + "y\n").replaceAll("(?m)^(?=.)", "2026-01-31 | ");
        assertThat(redact(prefixed).replace("2026-01-31 | ***\n", ""))
                .isEqualTo(
                        "2026-01-31 | x\n2026-01-31 | -----BEGIN PRIVATE KEY-----\n"
                                + "2026-01-31 | -----END PRIVATE KEY-----\n2026-01-31 | y\n");
    }

    @Test
    void aKeyThatNeverEndsIsMaskedAndWhatFollowsIsNot() {
        String key = key("RSA PRIVATE KEY-----", "RSA PRIVATE KEY-----");
        String cut = key.substring(0, key.indexOf("-----END"));
        assertThat(redact(cut + "Done in 5 seconds\nok\n").replace("***\n", ""))
                .isEqualTo("-----BEGIN RSA PRIVATE KEY-----\nDone in 5 seconds\nok\n");
        assertThat(redact("-----BEGIN PRIVATE KEY-----\nDone in 5 seconds\n"))
                .isEqualTo("-----BEGIN PRIVATE KEY-----\nDone in 5 seconds\n");
    }

    @Test
    void publicKeysAndCertificatesStay() {
        String certificate = key("CERTIFICATE-----", "CERTIFICATE-----");
        assertThat(redact(certificate)).isEqualTo(certificate);
    }

    @Test
    void masksNamedValuesInEveryEncoding() {
        String value = "correct'horse/battery+staple";
        byte[] bytes = value.getBytes(UTF_8);
        for (String before : List.of("", "u", "us")) {
            String encoded =
                    Base64.getEncoder().encodeToString((before + value + ":x").getBytes(UTF_8));
            String shown = redact("v " + encoded + " w\n", value);
            assertThat(shown).startsWith("v ").contains("***").endsWith(" w\n");
            assertThat(shown.length()).as(before).isLessThan(20);
        }
        assertThat(redact("v " + HexFormat.of().formatHex(bytes) + " w\n", value))
                .isEqualTo("v *** w\n");
        assertThat(redact("v " + URLEncoder.encode(value, UTF_8) + " w\n", value))
                .isEqualTo("v *** w\n");
        assertThat(redact("v 'correct'\\''horse/battery+staple' w\n", value))
                .isEqualTo("v '***' w\n");
        assertThat(redact("v correct'horse\\/battery+staple w\n", value)).isEqualTo("v *** w\n");
        assertThat(redact("pin 73519 end\n", "73519")).isEqualTo("pin *** end\n");
    }

    @Test
    void masksEveryLineOfANamedValueOfSeveral() {
        String value = "first line of it\nsecond line of it";
        assertThat(redact("a first line of it\nb second line of it\nc\n", value))
                .isEqualTo("a ***\nb ***\nc\n");
    }

    @Test
    void passesALineOnAsSoonAsItIsWhole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Redactor redactor = new Redactor(MATCHER, Optional.empty(), MASK, out);
        byte[] start = "one\ntwo".getBytes(UTF_8);
        redactor.write(start, 0, start.length);
        assertThat(out.toString(UTF_8)).isEqualTo("one\n");
        redactor.write(new byte[] {'\r'}, 0, 1);
        assertThat(out.toString(UTF_8)).isEqualTo("one\ntwo\r");
        redactor.end();
    }

    @Test
    void masksInALineWithoutEndAlsoWhereItIsCut() {
        int held = Redactor.LONGEST_LINE;
        for (int at : new int[] {held - 128 * 1024 - 20, held - 20, held + 5}) {
            String line = "x".repeat(at) + " " + TOKEN + " " + "y".repeat(held);
            assertThat(redact(line)).isEqualTo(line.replace(TOKEN, "***"));
        }
    }

    private static byte[] mixed() {
        String colours = TOKEN.substring(0, 9) + "\u001b[31m" + TOKEN.substring(9);
        String text =
                "plain text, \u00e9\u4e2d\ud83d\ude00\n10%\r20%\r\n"
                        + ("a " + TOKEN + " b\n\n")
                        + ("c \u001b[1m" + colours + "\u001b[0m d\n")
                        + key("PRIVATE KEY-----", "PRIVATE KEY-----")
                        + "named: hunter-of-the-2nd; aHVudGVyLW9mLXRoZS0ybmQ=\n"
                        + ("no end " + TOKEN);
        return ("\0\u00ff" + new String(text.getBytes(UTF_8), ISO_8859_1)).getBytes(ISO_8859_1);
    }

    @Test
    void theBordersOfWritesDoNotMatter() {
        byte[] input = mixed();
        byte[] named = "hunter-of-the-2nd".getBytes(UTF_8);
        byte[] whole = redact(List.of(input.length), input, named.clone());
        assertThat(new String(whole, ISO_8859_1)).doesNotContain("ghp_", "hunter-of-the-2nd");
        qt().withFixedSeed(20261122L)
                .withExamples(60)
                .forAll(lists().of(integers().between(1, 200)).ofSizeBetween(1, 12))
                .check(sizes ->
                        java.util.Arrays.equals(whole, redact(sizes, input, named.clone())));
    }

    @Test
    void bytesThatHoldNoValueComeOutAsTheyAre() {
        qt().withFixedSeed(20261122L)
                .withExamples(200)
                .forAll(
                        integers().allPositive(),
                        lists().of(integers().between(1, 300)).ofSizeBetween(1, 8))
                .check((seed, sizes) -> {
                    byte[] noise = new byte[1_500];
                    new Random(seed).nextBytes(noise);
                    return java.util.Arrays.equals(noise, redact(sizes, noise));
                });
    }
}
