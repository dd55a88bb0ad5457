package io.hushgate.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Grade;
import io.hushgate.core.Limits;
import io.hushgate.core.Span;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.Matcher;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Form;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Breaks the examples of shipped rules a little, and looks at what is still found. */
class NearMissTest {
    private static final Set<Check> CHECKSUMS =
            EnumSet.of(
                    Check.CRC32_BASE62,
                    Check.CRC32_HEX,
                    Check.CRC32_HEX_WHOLE,
                    Check.CRC32_UPPER_HEX,
                    Check.CRC32_BASE64,
                    Check.CRC32_BASE36,
                    Check.BECH32,
                    Check.NKEY);

    private record Hit(String rule, Grade grade, Span span) {}

    private final Matcher matcher =
            Rules.shipped()
                    .matcher(
                            new MatchOptions(
                                    Limits.DEFAULT, Instant.parse("2026-01-01T00:00:00Z"), true));

    /** A wrong checksum is doubt, not innocence: the finding stays and its grade falls. */
    @TestFactory
    Stream<DynamicTest> brokenChecksumLowersTheGrade() {
        return Catalogue.shipped().entries().stream()
                .filter(e -> e.rule().evidence().checks().stream().anyMatch(CHECKSUMS::contains))
                .map(e -> DynamicTest.dynamicTest(e.rule().id().text(), () -> breaksChecksum(e)));
    }

    private void breaksChecksum(RuleEntry entry) throws IOException {
        byte[] text = example(entry);
        Hit whole = only(entry, text);
        assertThat(whole.grade).isEqualTo(Grade.CHECKSUM_VALID);
        // In the middle, far from prefix and checksum; two of its own characters keep the alphabet.
        int middle = (int) (whole.span.start() + whole.span.end()) / 2;
        while (text[middle] == text[middle + 1]) {
            middle++;
        }
        byte first = text[middle];
        text[middle] = text[middle + 1];
        text[middle + 1] = first;
        assertThat(only(entry, text).grade).isEqualTo(Grade.WEAK);
    }

    /** Without its first byte a token has no prefix, and no rule may take it for its own. */
    @TestFactory
    Stream<DynamicTest> headlessTokenIsAnotherThing() {
        return Catalogue.shipped().entries().stream()
                .filter(NearMissTest::startsWithItsKeyword)
                .map(e -> DynamicTest.dynamicTest(e.rule().id().text(), () -> behead(e)));
    }

    private static boolean startsWithItsKeyword(RuleEntry entry) {
        return entry.rule().form() instanceof Form.Token(var keywords, var pattern, _)
                && keywords.stream()
                        .anyMatch(k ->
                                pattern.toLowerCase(Locale.ROOT).startsWith("\\b(?<secret>" + k));
    }

    private void behead(RuleEntry entry) throws IOException {
        byte[] text = example(entry);
        Hit whole = only(entry, text);
        text[(int) whole.span.start()] = '~';
        assertThat(hits(text))
                .filteredOn(hit -> hit.rule.equals(entry.rule().id().text()))
                .isEmpty();
    }

    private static byte[] example(RuleEntry entry) {
        return entry.examples()
                .getFirst()
                .template()
                .render(RuleTrial.seed(entry, "example", 0))
                .getBytes(UTF_8);
    }

    private Hit only(RuleEntry entry, byte[] text) throws IOException {
        List<Hit> own =
                hits(text).stream()
                        .filter(hit -> hit.rule.equals(entry.rule().id().text()))
                        .toList();
        assertThat(own).isNotEmpty();
        return own.getFirst();
    }

    private List<Hit> hits(byte[] text) throws IOException {
        List<Hit> hits = new ArrayList<>();
        matcher.match(
                Artifact.InMemory.of(new Address.StandardInput(), text),
                detection -> {
                    try (var _ = detection.secret()) {
                        hits.add(
                                new Hit(
                                        detection.rule().id().text(),
                                        detection.grade(),
                                        detection.span()));
                    }
                });
        return hits;
    }
}
