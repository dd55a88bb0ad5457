package io.hushgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens what we write with readers that others wrote. */
class ForeignReadersTest {
    private static final Report FULL = SampleReports.full();

    @Test
    void junitIsReadAsCases(@TempDir Path directory) throws Exception {
        String xml = Golden.render(new JUnitReport(), FULL);
        Files.writeString(directory.resolve("TEST-hushgate.xml"), xml);
        List<ReportTestSuite> suites =
                new SurefireReportParser(List.of(directory.toFile()), new NullConsoleLogger())
                        .parseXMLReportFiles();
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum()).isEqualTo(4);
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfFailures).sum())
                .isEqualTo(2);
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfSkipped).sum())
                .isEqualTo(1);
    }

    @Test
    void csvIsReadAsRows() throws IOException {
        String csv = Golden.render(new CsvReport(), FULL);
        try (var parser =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(csv))) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSize(3).allMatch(CSVRecord::isConsistent);
            assertThat(rows.getFirst().get("path")).isEqualTo("deploy/copy.yaml");
            assertThat(rows.getFirst().get("line")).isEqualTo("4");
            assertThat(rows.getLast().get("message")).isEqualTo("path \"sys/auth/*\" grants sudo");
        }
    }

    @Test
    void markdownIsReadAsTablesWithoutForeignMarkup() throws IOException {
        String page = Golden.render(new MarkdownReport(), FULL);
        Rows rows = new Rows();
        Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(page)
                .accept(rows);
        assertThat(rows.count).isEqualTo(7);
        assertThat(rows.html).containsOnly("<code>", "</code>");
    }

    @Test
    void metricsKeepTheGrammarOfTheirLines() throws IOException {
        String text = Golden.render(new OpenMetricsReport(), FULL);
        Pattern line =
                Pattern.compile(
                        "# (TYPE|HELP|UNIT) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? \\d+|# EOF");
        assertThat(text.lines()).allMatch(line.asMatchPredicate());
        assertThat(text).endsWith("# EOF\n").contains("accepted=\"true\"} 1\n");
    }

    @Test
    void noFormatDependsOnTheCountry() throws IOException {
        Locale before = Locale.getDefault();
        for (ReportFormat format : all().toList()) {
            String here = Golden.render(format, FULL);
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                assertThat(Golden.render(format, FULL)).isEqualTo(here);
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    private static Stream<ReportFormat> all() {
        return Stream.of(
                TextReport.of(true, TextReport.Detail.EVERYTHING),
                new JsonReport(),
                new SarifReport(),
                new GitLabReport(GitLabReport.Kind.SECRET_DETECTION),
                new GitLabReport(GitLabReport.Kind.SAST),
                new JUnitReport(),
                new CsvReport(),
                new GitHubReport(),
                new MarkdownReport(),
                new GitleaksReport(),
                new OpenMetricsReport());
    }

    private static final class Rows extends AbstractVisitor {
        private final List<String> html = new java.util.ArrayList<>();
        private int count;

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow) {
                count++;
            }
            visitChildren(node);
        }

        @Override
        public void visit(HtmlInline node) {
            html.add(node.getLiteral());
        }
    }
}
