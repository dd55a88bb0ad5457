package io.hushgate.rules.gitleaks;

import static io.hushgate.rules.gitleaks.Configurations.find;
import static io.hushgate.rules.gitleaks.Configurations.places;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorTest {
    private static final String TOKEN =
            """
            [[rules]]
            id = "token"
            description = "A token"
            regex = '''tok_([a-z0-9]{8})\\b'''
            keywords = ["TOK_"]
            tags = ["t"]
            """;

    @Test
    void takesTheGroupAndCountsColumnsAsGitleaksDoes() {
        GitleaksFinding found = find(TOKEN, "a.txt", "x = 1\n  key: tok_abcd1234\n").getFirst();
        assertThat(found.startLine()).isEqualTo(2);
        // The line feed before the second line counts.
        assertThat(found.startColumn()).isEqualTo(9);
        assertThat(found.endColumn()).isEqualTo(20);
        assertThat(found.secret()).isEqualTo("ab****");
        assertThat(found.match()).isEqualTo("tok_ab****");
        assertThat(found.fingerprint()).isEqualTo("a.txt:token:2");
    }

    @Test
    void aKeywordAnywhereInTheFragmentWakesARule() {
        String config =
                "[[rules]]\nid = \"hex\"\nregex = '''\\b[0-9a-f]{12}\\b'''\nkeywords = [\"acme\"]\n";
        assertThat(find(config, "a", "0123456789ab\n")).isEmpty();
        assertThat(places(find(config, "a", "0123456789ab\n# ACME\n"))).containsExactly("hex:1");
    }

    @Test
    void entropyHasToBeExceeded() {
        String config = TOKEN + "entropy = 2.0\n";
        assertThat(find(config, "a", "tok_aabbaabb")).isEmpty();
        assertThat(find(config, "a", "tok_ab12cd34")).hasSize(1);
    }

    @Test
    void pathAndRegexBothHaveToMatch() {
        String config = TOKEN + "path = '''\\.env$'''\n";
        assertThat(find(config, "a.txt", "tok_ab12cd34")).isEmpty();
        assertThat(find(config, "b/.env", "tok_ab12cd34")).hasSize(1);
    }

    @Test
    void aPathAloneIsAFindingWithoutALine() {
        String config = "[[rules]]\nid = \"keystore\"\npath = '''\\.jks$'''\n";
        GitleaksFinding found = find(config, "a/b.jks", "anything").getFirst();
        assertThat(found.match()).isEqualTo("file detected: a/b.jks");
        assertThat(found.startLine()).isZero();
    }

    @Test
    void allowlistsAskTheSecretTheMatchOrTheLine() {
        String text = "id: tok_ab12cd34 # sample\n";
        assertThat(find(TOKEN + allow("regexes = ['''^ab12''']"), "a", text)).isEmpty();
        assertThat(find(TOKEN + allow("regexes = ['''^tok''']"), "a", text)).hasSize(1);
        String match = "regexTarget = \"match\"\nregexes = ['''^tok''']";
        assertThat(find(TOKEN + allow(match), "a", text)).isEmpty();
        String line = "regexTarget = \"line\"\nregexes = ['''sample''']";
        assertThat(find(TOKEN + allow(line), "a", text)).isEmpty();
        assertThat(find(TOKEN + allow("stopwords = [\"12CD\"]"), "a", text)).isEmpty();
    }

    @Test
    void andAsksEveryKindThatIsThere() {
        String both = "condition = \"AND\"\npaths = ['''test/''']\nstopwords = [\"ab12\"]";
        assertThat(find(TOKEN + allow(both), "test/a", "tok_ab12cd34")).isEmpty();
        assertThat(find(TOKEN + allow(both), "main/a", "tok_ab12cd34")).hasSize(1);
        assertThat(find(TOKEN + allow(both), "test/a", "tok_zz99cd34")).hasSize(1);
        String either = "paths = ['''test/''']\nstopwords = [\"ab12\"]";
        assertThat(find(TOKEN + allow(either), "test/a", "tok_zz99cd34")).isEmpty();
    }

    private static String allow(String lines) {
        return "[[rules.allowlists]]\n" + lines + "\n";
    }

    @Test
    void aRequiredRuleHasToHitNearBy() {
        String config =
                TOKEN
                        + """
                        [[rules.required]]
                        id = "account"
                        withinLines = 2
                        [[rules]]
                        id = "account"
                        regex = '''acc_[0-9]{4}'''
                        skipReport = true
                        """;
        assertThat(find(config, "a", "tok_ab12cd34\n")).isEmpty();
        assertThat(places(find(config, "a", "tok_ab12cd34\n\nacc_1234\n")))
                .containsExactly("token:1");
        assertThat(find(config, "a", "tok_ab12cd34\n\n\nacc_1234\n")).isEmpty();
    }

    @Test
    void aRuleWithABetterNameBeatsAGenericOne() {
        String config =
                TOKEN + "[[rules]]\nid = \"generic-key\"\nregex = '''tok_([a-z0-9]{8})'''\n";
        assertThat(places(find(config, "a", "tok_ab12cd34"))).containsExactly("token:1");
    }

    @Test
    void commentsAllowALineUnlessToldOtherwise() {
        String text = "tok_ab12cd34 # gitleaks:allow\ntok_ab12cd35\n";
        assertThat(places(find(TOKEN, "a", text))).containsExactly("token:2");
        GitleaksScan.Options strict = new GitleaksScan.Options(5, 0, true, 0);
        assertThat(find(TOKEN, strict, LeakBaseline.NONE, "a", text)).hasSize(2);
    }

    @Test
    void aCommentElsewhereDoesNotAllowTheLastLine() {
        assertThat(find(TOKEN, "a", "x # gitleaks:allow\ntok_ab12cd34")).hasSize(1);
    }

    @Test
    void findsWhatIsEncodedWhereItStands() {
        String inner = "key=tok_ab12cd34;";
        String once = Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
        String twice = Base64.getEncoder().encodeToString(once.getBytes(StandardCharsets.UTF_8));
        GitleaksFinding found = find(TOKEN, "a", "data: " + once + "\n").getFirst();
        assertThat(found.startColumn()).isEqualTo(7);
        assertThat(found.tags()).containsExactly("t", "decoded:base64", "decode-depth:1");
        GitleaksFinding deep = find(TOKEN, "a", "data: " + twice + "\n").getFirst();
        assertThat(deep.tags()).contains("decode-depth:2");
        GitleaksScan.Options plain = new GitleaksScan.Options(0, 0, false, 0);
        assertThat(find(TOKEN, plain, LeakBaseline.NONE, "a", once)).isEmpty();
        assertThat(find(TOKEN, "a", "tok%5Fab12cd34%20")).hasSize(1);
        assertThat(find(TOKEN, "a", "\\u0074\\u006f\\u006b_ab12cd34")).hasSize(1);
    }

    @Test
    void bytesThatAreNoTextAreOneCharacterEach() {
        byte[] latin = "\u00e9\u00e9 tok_ab12cd34".getBytes(StandardCharsets.ISO_8859_1);
        GoText text = GoText.of(latin, 0, latin.length);
        assertThat(text.chars()).isEqualTo("\ufffd\ufffd tok_ab12cd34");
        byte[] wide = "a\u00e9\ud83d\ude00b".getBytes(StandardCharsets.UTF_8);
        GoText decoded = GoText.of(wide, 0, wide.length);
        assertThat(decoded.chars()).isEqualTo("a\u00e9\ud83d\ude00b");
        assertThat(decoded.byteAt(4)).isEqualTo(7);
    }

    @Test
    void redactionNeverShowsMoreThanAQuarter() {
        List<String> shown =
                List.of(0, 20, 90, 100).stream()
                        .map(percent -> new Redaction(percent).of("abcdefghijkl"))
                        .toList();
        assertThat(shown).containsExactly("abc****", "abc...", "a...", "REDACTED");
    }
}
