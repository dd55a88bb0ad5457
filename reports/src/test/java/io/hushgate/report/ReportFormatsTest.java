package io.hushgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hushgate.core.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFormatsTest {
    static Stream<Report> reports() {
        return Stream.of(SampleReports.full(), SampleReports.empty());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void jsonKeepsItsPublishedSchema(Report report) throws IOException {
        Schema schema =
                schema(
                        "/io/hushgate/report/hushgate-1.schema.json",
                        SpecificationVersion.DRAFT_2020_12);
        assertThat(schema.validate(Golden.render(new JsonReport(), report), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesAReportWithoutAVerdict() throws IOException {
        Schema schema =
                schema(
                        "/io/hushgate/report/hushgate-1.schema.json",
                        SpecificationVersion.DRAFT_2020_12);
        String json = Golden.render(new JsonReport(), SampleReports.empty());
        assertThat(schema.validate(json.replace("\"verdict\"", "\"other\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarifKeepsTheOfficialSchema(Report report) throws IOException {
        Schema schema = schema("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
        assertThat(schema.validate(Golden.render(new SarifReport(), report), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void gitLabsReportsKeepWhatItsSchemasDemand(Report report) throws IOException {
        Schema schema = schema("/gitlab-security-report-15.0.4.json", SpecificationVersion.DRAFT_7);
        for (GitLabReport.Kind kind : GitLabReport.Kind.values()) {
            String json = Golden.render(new GitLabReport(kind), report);
            assertThat(schema.validate(json, InputFormat.JSON)).as(kind.name()).isEmpty();
        }
    }

    /** A policy of a user's may say more than GitLab takes. */
    @Test
    void textsThatGitLabWouldRefuseAreCut() throws IOException {
        Schema schema = schema("/gitlab-security-report-15.0.4.json", SpecificationVersion.DRAFT_7);
        Violation first = SampleReports.full().violations().getFirst();
        Violation wordy =
                new Violation(
                        first.id(),
                        "t".repeat(300),
                        first.severity(),
                        first.confidence(),
                        "m".repeat(1_100_000),
                        first.location(),
                        first.related(),
                        "r".repeat(8_000),
                        first.references(),
                        first.suppression());
        String json =
                Golden.render(
                        new GitLabReport(GitLabReport.Kind.SAST),
                        SampleReports.of(List.of(), List.of(wordy)));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json).contains("rrr\u2026\"", "mmm\u2026\"");
    }

    @Test
    void everyFormatKeepsItsGoldenFile() throws IOException {
        Report report = SampleReports.full();
        Golden.assertMatches("full.json", Golden.render(new JsonReport(), report));
        Golden.assertMatches("full.sarif", Golden.render(new SarifReport(), report));
        Golden.assertMatches(
                "full.txt",
                Golden.render(TextReport.of(false, TextReport.Detail.WHAT_COUNTS), report));
        Golden.assertMatches(
                "full-colour.txt",
                Golden.render(TextReport.of(true, TextReport.Detail.EVERYTHING), report));
        Golden.assertMatches(
                "full-secret-detection.json",
                Golden.render(new GitLabReport(GitLabReport.Kind.SECRET_DETECTION), report));
        Golden.assertMatches(
                "full-sast.json", Golden.render(new GitLabReport(GitLabReport.Kind.SAST), report));
        Golden.assertMatches("full-junit.xml", Golden.render(new JUnitReport(), report));
        Golden.assertMatches("full.csv", Golden.render(new CsvReport(), report));
        Golden.assertMatches("full-github.txt", Golden.render(new GitHubReport(), report));
        Golden.assertMatches("full.md", Golden.render(new MarkdownReport(), report));
        Golden.assertMatches("full-gitleaks.json", Golden.render(new GitleaksReport(), report));
        Golden.assertMatches("full.openmetrics", Golden.render(new OpenMetricsReport(), report));
        Golden.assertMatches(
                "empty.txt",
                Golden.render(
                        TextReport.of(false, TextReport.Detail.WHAT_COUNTS),
                        SampleReports.empty()));
    }

    @Test
    void namesCannotDriveTheTerminal() throws IOException {
        String text =
                Golden.render(
                        TextReport.of(false, TextReport.Detail.EVERYTHING), SampleReports.full());
        assertThat(text).doesNotContain("\u202e").contains("\\u202e\\u000a.env");
    }

    private static Schema schema(String resource, SpecificationVersion version) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        ReportFormatsTest.class.getResourceAsStream(resource), resource)) {
            return SchemaRegistry.withDefaultDialect(version).getSchema(in);
        }
    }
}
