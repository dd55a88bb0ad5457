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
import io.hushgate.core.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said once, what in a line, and where lines end. */
class TextReportTest {
    private static final String REMEDY =
            "Revoke it where it was issued, read the log of its use, then keep the new one in the vault.";

    @Test
    void findingsThatOneRuleProvesAlikeStandTogether() throws IOException {
        String text =
                text(
                        TextReport.Detail.WHAT_COUNTS,
                        finding("a.env", Confidence.HIGH, Grade.FORMAT),
                        finding("b.env", Confidence.HIGH, Grade.FORMAT),
                        finding("c.env", Confidence.MEDIUM, Grade.CONTEXTUAL));

        assertThat(text)
                .contains(
                        """
                          high      Sample service token  sample-token
                                    smp_****   format, high confidence
                                      a.env:1:1
                                    smp_****
                                      b.env:1:1
                                    why   prefix, alphabet and length are those of the format
                                    fix   Revoke it where it was issued, read the log of its use, then
                                          keep the new one in the vault.

                          high      Sample service token  sample-token
                                    smp_****   contextual, medium confidence
                                      c.env:1:1
                        """);
    }

    @Test
    void whatTheGateDoesNotCountIsALineEachAndCounted() throws IOException {
        List<Finding> doubtful = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = String.format(Locale.ROOT, "f%02d.env", i);
            doubtful.add(finding(name, Confidence.LOW, Grade.WEAK));
        }
        Finding[] all = doubtful.toArray(Finding[]::new);

        assertThat(text(TextReport.Detail.WHAT_COUNTS, all))
                .contains(
                        "Of low confidence, not counted by the gate\n",
                        "  high      smp_****    f00.env:1:1  sample-token\n",
                        "  2 more, and each in full, with -v\n",
                        "12 leaked credentials (12 high); 12 of low confidence, 0 policy violations")
                .doesNotContain("f10.env", "why ");
        assertThat(text(TextReport.Detail.EVERY_FINDING, all))
                .contains("f11.env:1:1", "why ")
                .doesNotContain("Of low confidence");
    }

    @Test
    void aComplaintThatPlacesShareIsSaidOnceBelowThem() throws IOException {
        Violation first = violation("a.tf", 1, "the default is used", Severity.HIGH);
        String text =
                violations(
                        first,
                        first,
                        violation("a.tf", 7, "the default is used", Severity.HIGH),
                        violation("b.tf", 1, "nothing is set", Severity.HIGH));

        assertThat(text)
                .contains(
                        """
                                    a.tf:1:1
                                    a.tf:7:1
                                      the default is used
                                    b.tf:1:1
                                      nothing is set
                                    fix   Revoke it where it was issued, read the log of its use, then
                        """);
    }

    @Test
    void onePlaceIsEnoughOfACheckOfLittleWeight() throws IOException {
        assertThat(
                        violations(
                                violation("a.tf", 1, "unset", Severity.LOW),
                                violation("b.tf", 1, "unset", Severity.LOW)))
                .contains("a.tf:1:1", "and 1 more")
                .doesNotContain("b.tf");
    }

    @Test
    void sentencesEndAtEightyColumnsAndNamesStayWhole() throws IOException {
        String name = "directory/".repeat(12) + "app.env";
        String text =
                text(TextReport.Detail.WHAT_COUNTS, finding(name, Confidence.HIGH, Grade.FORMAT));
        String upToSummary = text.substring(0, text.indexOf("1 leaked credential"));

        assertThat(upToSummary).contains(name + ":1:1");
        assertThat(upToSummary.lines().filter(line -> !line.contains(name)))
                .allMatch(line -> line.length() <= 80);
    }

    private static String text(TextReport.Detail detail, Finding... findings) throws IOException {
        Report report = SampleReports.of(List.of(findings), List.of());
        return Golden.render(TextReport.of(false, detail), report);
    }

    private static String violations(Violation... violations) throws IOException {
        Report report = SampleReports.of(List.of(), List.of(violations));
        return Golden.render(TextReport.of(false, TextReport.Detail.WHAT_COUNTS), report);
    }

    private static Finding finding(String name, Confidence confidence, Grade grade) {
        return new Finding(
                new RuleId("sample-token"),
                "Sample service token",
                Severity.HIGH,
                confidence,
                grade,
                "smp_****",
                new Fingerprint(String.format(Locale.ROOT, "%032x", name.hashCode() & 0xffffffffL)),
                List.of(new Location(new Address.File(name), Region.at(1, 1))),
                FindingState.HEAD,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                REMEDY,
                Optional.empty());
    }

    private static Violation violation(String file, int line, String message, Severity severity) {
        return new Violation(
                "SAMPLE-CHECK",
                "A sample is wrong",
                severity,
                Confidence.HIGH,
                message,
                new Location(new Address.File(file), Region.at(line, 1)),
                List.of(),
                REMEDY,
                List.of(),
                Optional.empty());
    }
}
