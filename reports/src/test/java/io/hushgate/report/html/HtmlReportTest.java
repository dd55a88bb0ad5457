package io.hushgate.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import io.hushgate.report.Golden;
import io.hushgate.report.SampleReports;
import io.hushgate.report.history.Audit;
import io.hushgate.report.history.Audit.Target;
import io.hushgate.report.history.Audit.Unreached;
import io.hushgate.report.history.AuditHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class HtmlReportTest {
    static String page(Audit audit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new HtmlReport().render(audit, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The style and the script are files of their own, and are read in review as such. */
    @Test
    void thePageIsTheRecordedOne() throws IOException {
        String page =
                page(SampleAudits.full())
                        .replaceAll("(?s)(<(style|script)>).*?(</\\2>)", "$1...$3")
                        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-...");
        Golden.assertMatches("full.html", page);
    }

    @Test
    void thePolicyNamesTheOneStyleAndTheOneScript() throws Exception {
        Markup page = Markup.of(page(SampleAudits.full()));
        String policy =
                page.values("content").stream()
                        .filter(one -> one.contains("src"))
                        .findFirst()
                        .get();

        assertThat(policy)
                .startsWith("default-src 'none';")
                .contains("style-src '" + hash(page.style()) + "'")
                .contains("script-src '" + hash(page.script()) + "'")
                .doesNotContain("unsafe", "http", "*");
    }

    private static String hash(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void nothingIsLoadedAndNothingHandlesEventsInline() {
        Markup page = Markup.of(page(SampleAudits.full()));

        assertThat(page.vocabulary())
                .noneMatch(word -> word.contains(" on"))
                .noneMatch(word -> word.endsWith(" style"))
                .noneMatch(word -> word.endsWith(" src"))
                .doesNotContain("img", "link", "iframe", "object", "base");
        assertThat(page.values("href")).allMatch(link -> link.startsWith("#"));
        assertThat(page.style()).doesNotContain("url(", "@import");
        assertThat(page.script())
                .doesNotContain("innerHTML", "eval(", "fetch(", "XMLHttpRequest", "import(");
    }

    @Test
    void whatIsReferredToIsThere() {
        for (Audit audit : List.of(SampleAudits.full(), Audit.of(SampleReports.empty()))) {
            Markup page = Markup.of(page(audit));
            List<String> ids = page.values("id");
            Set<String> known = new HashSet<>(ids);
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(page.values("aria-labelledby")).allMatch(known::contains);
            assertThat(page.values("for")).allMatch(known::contains);
            assertThat(page.values("href").stream().map(link -> link.substring(1)))
                    .allMatch(id -> known.contains(id) || isHidden(id, page));
        }
    }

    /** The script hides entries for sections that a run has not. */
    private static boolean isHidden(String id, Markup page) {
        return page.values("data-needs").contains(id);
    }

    @Test
    void tablesAndFieldsAreNamedForThoseWhoHearThem() {
        Markup page = Markup.of(page(SampleAudits.full()));
        long cells =
                page.tags().stream()
                        .filter(tag -> tag.name().equals("th"))
                        .filter(tag -> tag.values("scope").isEmpty())
                        .count();
        Set<String> labelled = new HashSet<>(page.values("for"));

        assertThat(cells).isZero();
        assertThat(page.tags())
                .filteredOn(tag -> Set.of("select", "input").contains(tag.name()))
                .allMatch(tag -> labelled.containsAll(tag.values("id")));
        assertThat(page.tags()).extracting(Markup.Tag::name).contains("main", "nav", "header");
        assertThat(page.values("aria-live")).isNotEmpty().containsOnly("polite");
    }

    @Test
    void equalAuditsGiveEqualBytesInEveryCountry() {
        String here = page(SampleAudits.full());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(page(SampleAudits.full())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aPageTellsOfTargetsThatWereNotReached() {
        Audit audit =
                new Audit(
                        "Quarter",
                        SampleReports.empty().time().ended(),
                        List.of(new Target("shop", SampleReports.empty())),
                        List.of(new Unreached("bank", "no answer; check the address")),
                        AuditHistory.NONE,
                        Optional.empty());

        assertThat(page(audit))
                .contains("Incomplete", "1 whole target", "no answer; check the address");
    }

    @Test
    void noNameAddsAnElementOrAnAttribute() {
        Set<String> usual = Markup.of(page(SampleAudits.named("harmless"))).vocabulary();
        Gen<String> pieces =
                arbitrary()
                        .pick(
                                "</script>",
                                "<script>alert(1)</script>",
                                "<!--",
                                "-->",
                                "]]>",
                                "\" onload=\"x",
                                "' onload='x",
                                "{{title}}",
                                "</title>",
                                "javascript:alert(1)",
                                "&lt;",
                                "\u2028",
                                "\u202e",
                                "\u0000",
                                "\ud800",
                                "`${x}`");
        Gen<String> hostile =
                lists().of(pieces)
                        .ofSizeBetween(1, 4)
                        .zip(
                                strings().basicLatinAlphabet().ofLengthBetween(0, 6),
                                (some, letters) -> letters + String.join(letters, some));
        qt().withExamples(60)
                .forAll(hostile)
                .checkAssert(name -> {
                    String text = page(SampleAudits.named(name));
                    Markup page = Markup.of(text);
                    assertThat(page.vocabulary()).isEqualTo(usual);
                    assertThat(page.data()).doesNotContain("<", ">", "&");
                    assertThat(text).doesNotContain("\u202e", "\u0000", "\u2028");
                    assertThat(isJson(page.data())).isTrue();
                });
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            int tokens = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens++;
            }
            return tokens > 0;
        }
    }
}
