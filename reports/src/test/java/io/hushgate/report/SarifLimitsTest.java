package io.hushgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Grade;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A run that code-scanning services would refuse for its size is cut, and says so. */
class SarifLimitsTest {
    @Test
    void tooManyResultsAreCutFromTheLeastSevereEnd() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < SarifLimits.OF_GITHUB.results() + 10; i++) {
            Severity severity = i % 1000 == 0 ? Severity.LOW : Severity.HIGH;
            findings.add(finding(i, severity, places(1)));
        }

        String sarif = sarif(findings);

        assertThat(count(sarif, "\"hushgateFingerprint/v1\""))
                .isEqualTo(SarifLimits.OF_GITHUB.results());
        assertThat(count(sarif, "\"severity\" : \"low\"")).isEqualTo(26 - 10);
        assertThat(sarif).contains("10 of 25,010 results are left out, the least severe");
    }

    @Test
    void tooManyPlacesOfOneResultAreCounted() throws IOException {
        String sarif = sarif(List.of(finding(1, Severity.HIGH, places(1_500))));

        assertThat(count(sarif, "The same value stands here")).isEqualTo(SarifReport.MOST_RELATED);
        assertThat(sarif).contains("and at 1,399 more places that are not listed here");
    }

    /** Names that do not compress, as those of objects and of layers are. */
    @Test
    void aFileThatIsTooLongOnceCompressedIsCutFromTheLeastSevereEnd() throws IOException {
        SarifLimits limits = new SarifLimits(25_000, 100_000);
        Random names = new Random(20_261_122);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Severity severity = i % 100 == 0 ? Severity.CRITICAL : Severity.LOW;
            String name = Long.toHexString(names.nextLong()) + Long.toHexString(names.nextLong());
            Location place = new Location(new Address.File(name), Region.at(1, 1));
            findings.add(finding(i, severity, List.of(place)));
        }

        Report report = SampleReports.of(findings, List.of());
        String cut = Golden.render(new SarifReport(limits), report);
        String whole = Golden.render(new SarifReport(), report);

        assertThat(compressed(whole)).isGreaterThan(2 * limits.bytes());
        assertThat(compressed(cut)).isBetween(limits.bytes() / 2, limits.bytes() * 5 / 4);
        assertThat(count(cut, "\"severity\" : \"critical\"")).isEqualTo(100);
        assertThat(cut).contains("of 10,000 results are left out, the least severe");
    }

    private static long compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void whatFitsIsNotCut() throws IOException {
        assertThat(sarif(List.of(finding(1, Severity.HIGH, places(100)))))
                .doesNotContain("RESULTS_LIMIT", "not listed here");
    }

    private static List<Location> places(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new Location(new Address.InCommit("c0ffee", "f" + i), Region.at(1, 1)))
                .toList();
    }

    private static Finding finding(int number, Severity severity, List<Location> places) {
        return new Finding(
                new RuleId("sample-token"),
                "Sample service token",
                severity,
                Confidence.HIGH,
                Grade.FORMAT,
                "smp_****",
                new Fingerprint(String.format(Locale.ROOT, "%032x", number)),
                places,
                FindingState.HEAD,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "Revoke it.",
                Optional.empty());
    }

    private static String sarif(List<Finding> findings) throws IOException {
        return Golden.render(new SarifReport(), SampleReports.of(findings, List.of()));
    }

    private static long count(String text, String part) {
        return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
    }
}
