package io.hushgate.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in another form is found, and the finding points at the form. */
class DecodingTest {
    private static final String TOKEN = "tok_Ab3dEf6hIj9l";
    private final RuleSet rules = Matching.rules();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void findsATokenInBase64AtEveryAlignment(int shift) throws IOException {
        String plain = "x".repeat(shift) + " user=me key=" + TOKEN + " and more of it";
        String encoded = base64(plain);
        String text = "data: " + encoded + "\n";
        String found = single(text);
        assertThat(found).startsWith("tok " + TOKEN + " ");
        assertThat(pointedAt(text, found))
                .as("the digits that hold the token")
                .isSubstringOf(encoded)
                .hasSizeBetween(TOKEN.length() * 4 / 3, TOKEN.length() * 4 / 3 + 3);
    }

    @Test
    void findsItBehindSomethingElseOfTheSameAlphabet() throws IOException {
        for (String before : List.of("/", "v1/", "a/b")) {
            String text = "path=" + before + base64("{\"login\":\"me\",\"key\":\"" + TOKEN + "\"}");
            assertThat(single(text)).startsWith("tok " + TOKEN);
        }
    }

    @Test
    void findsItInTheUrlAlphabet() throws IOException {
        String plain = "~~~???>>> key " + TOKEN + " \u007e\u007e??>>";
        String encoded =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        assertThat(encoded).containsAnyOf("-", "_");
        assertThat(single("?q=" + encoded)).startsWith("tok " + TOKEN);
    }

    @Test
    void findsItInWrappedAndIndentedBase64() throws IOException {
        String plain = "lorem ipsum dolor sit amet, ".repeat(6) + "key " + TOKEN + " end of it";
        String wrapped =
                Base64.getMimeEncoder(64, "\n      ".getBytes(StandardCharsets.UTF_8))
                        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        assertThat(single("config: |\n      " + wrapped + "\n")).startsWith("tok " + TOKEN);
    }

    @Test
    void findsItInHexadecimal() throws IOException {
        String hex = HexFormat.of().formatHex(("key: " + TOKEN).getBytes(StandardCharsets.UTF_8));
        String text = "blob=" + hex + ";";
        String found = single(text);
        assertThat(found).startsWith("tok " + TOKEN);
        assertThat(pointedAt(text, found)).hasSize(2 * TOKEN.length()).isSubstringOf(hex);
    }

    @Test
    void findsItInUtf16InBase64() throws IOException {
        byte[] command = ("login " + TOKEN + " --now").getBytes(StandardCharsets.UTF_16LE);
        String text = "powershell -enc " + Base64.getEncoder().encodeToString(command);
        assertThat(single(text)).startsWith("tok " + TOKEN);
    }

    @Test
    void findsItInPercentEncoding() throws IOException {
        String encoded = URLEncoder.encode("k=acmeq~zk4hw9x2m&x", StandardCharsets.UTF_8);
        assertThat(encoded).doesNotContain("q~z");
        assertThat(single("GET /?r=" + encoded + " HTTP/1.1")).startsWith("tail cmeq~zk4hw9x2m ");
    }

    @Test
    void findsItInUnicodeAndHtmlEscapes() throws IOException {
        assertThat(single("{\"a\":\"cmeq\\u007ezk4hw9x2m\"}")).startsWith("tail cmeq~zk4hw9x2m ");
        assertThat(single("cmeq&#x7e;zk4hw9x2m")).startsWith("tail cmeq~zk4hw9x2m ");
        assertThat(single("cmeq\\x7ezk4hw9x2m")).startsWith("tail cmeq~zk4hw9x2m ");
    }

    @Test
    void undoesThreeLayersAndNoMore() throws IOException {
        String text = "some words before " + TOKEN + " and after";
        for (int layer = 1; layer <= 3; layer++) {
            text = base64(text);
            assertThat(single(text)).startsWith("tok " + TOKEN + " ");
        }
        assertThat(found(base64(text))).isEmpty();
    }

    @Test
    void findsEveryTokenInOneLongRun() throws IOException {
        StringBuilder plain = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            plain.append(" line ").append(i).append(" tok_");
            plain.append(Matching.alnum(12, random.nextLong())).append('\n');
        }
        byte[] text = base64(plain.toString()).getBytes(StandardCharsets.UTF_8);
        List<String> whole = Matching.inMemory(rules, Matching.OPTIONS, text);
        assertThat(whole).hasSize(5000);
        for (int[] sizes : new int[][] {{1 << 20}, {100, 99_999}}) {
            assertThat(Matching.run(rules, Matching.OPTIONS, Matching.streamed(text, sizes)))
                    .isEqualTo(whole);
        }
    }

    @Test
    void takesHostileRunsInGoodTime() throws IOException {
        // Every byte is a mark, or a digit of a run that decodes to itself again.
        String marks = "%25".repeat(200_000);
        String run = base64("QUFB".repeat(300_000));
        assertThat(found(marks)).isEmpty();
        assertThat(found(run)).isEmpty();
    }

    private String single(String text) throws IOException {
        assertThat(found(text)).as(text).hasSize(1);
        return found(text).getFirst();
    }

    private List<String> found(String text) throws IOException {
        return Matching.inMemory(rules, Matching.OPTIONS, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pointedAt(String text, String found) {
        String[] span = found.split(" ")[2].split("-");
        return text.substring(Integer.parseInt(span[0]), Integer.parseInt(span[1]));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
