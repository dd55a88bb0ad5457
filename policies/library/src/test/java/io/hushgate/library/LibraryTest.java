package io.hushgate.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.library.build.ChecksPage;
import io.hushgate.rego.Evaluation;
import io.hushgate.rego.Rego;
import io.hushgate.rego.load.FileLoader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.Loaded;
import io.hushgate.rego.load.Placement;
import io.hushgate.rego.load.SourceFile;
import io.hushgate.rego.test.TestReport;
import io.hushgate.rego.test.TestRunner;
import io.hushgate.rego.test.TestText;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path POLICIES = ROOT.resolve("policies/library/src/main/rego");
    private static final Pattern ID =
            Pattern.compile(
                    "(AUD|VLT|RBAC|K8S|HAR|ESO|VSO|CSI|HELM|PACH|IMG|CMP|CI|SH|SC|GOV|LIF|ENC|ART|CFG|TLS|REG|XA)(-[A-Z0-9]+)+");

    static List<CheckDescription> checks() {
        return Library.shipped().describe();
    }

    @Test
    void everyPolicyTestPassesOnOurEngine() {
        Loaded loaded =
                new FileLoader(Placement.BY_DIRECTORY, LoadLimits.DEFAULT)
                        .add(POLICIES.toString())
                        .load();
        Rego rego = Rego.create().withData(loaded.data());
        for (SourceFile file : loaded.modules()) {
            rego = rego.withModule(file.name(), file.text());
        }
        Rego strict = rego.withOptions(rego.options().withStrict(true));
        TestReport report = TestRunner.of(strict).run();
        assertThat(report.passed()).as(TestText.of(report, false)).isTrue();
        assertThat(report.results()).hasSizeGreaterThan(300);
    }

    @Test
    void thereAreAsManyChecksAsFilesAndNoIdTwice() {
        assertThat(checks()).hasSize(Library.shipped().checkCount());
        assertThat(checks()).extracting(CheckDescription::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckSaysWhatItIsWhyItMattersAndHowToMendIt(CheckDescription check) {
        assertThat(check.id()).matches(ID);
        assertThat(check.title()).isNotEmpty().doesNotEndWith(".");
        assertThat(check.severity()).isIn("critical", "high", "medium", "low", "info");
        assertThat(check.confidence()).isIn("high", "medium", "low");
        assertThat(check.why()).endsWith(".");
        assertThat(check.remedy()).endsWith(".");
        assertThat(check.references()).isNotEmpty().allMatch(r -> r.startsWith("https://"));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckHasAViolatingACompliantAndAPlaceholderCaseBesideIt(CheckDescription check)
            throws IOException {
        Path test = POLICIES.resolve(check.file().replace(".rego", "_test.rego"));
        assertThat(Files.readString(test))
                .contains("test_violating_", "test_compliant_", "test_placeholder_");
    }

    @Test
    void onlyChecksThatHaveFactsToJudgeAreAsked() {
        List<String> asking =
                Library.shipped().checkFiles().stream()
                        .filter(file -> file.sections().contains("vault_tokens"))
                        .map(file -> CheckDescription.read(file).document())
                        .toList();

        assertThat(Library.shipped().checksOf(Set.of("vault_tokens")))
                .extracting(ShippedCheck::document)
                .isNotEmpty()
                .hasSizeLessThan(10)
                .containsExactlyElementsOf(asking);
        assertThat(Library.shipped().checkFiles())
                .allSatisfy(file -> assertThat(file.sections()).as(file.name()).isNotEmpty());
    }

    @Test
    void theIndexSaysWhatTheChecksSayAndNamesTheirResults() {
        Set<String> sections =
                Library.shipped().checkFiles().stream()
                        .flatMap(file -> file.sections().stream())
                        .collect(Collectors.toSet());
        Evaluation nothing = Library.compiledChecks().evaluate(RegoObject.EMPTY);

        assertThat(Library.shipped().checksOf(sections))
                .hasSize(Library.shipped().checkCount())
                .allSatisfy(check ->
                        assertThat(nothing.value(check.document()))
                                .as(check.document())
                                .isEqualTo(RegoSet.EMPTY))
                .extracting(
                        ShippedCheck::id,
                        ShippedCheck::title,
                        ShippedCheck::severity,
                        ShippedCheck::confidence,
                        ShippedCheck::remedy,
                        ShippedCheck::references)
                .containsExactlyInAnyOrderElementsOf(
                        Library.shipped().describe().stream()
                                .map(check ->
                                        tuple(
                                                check.id(),
                                                check.title(),
                                                check.severity(),
                                                check.confidence(),
                                                check.remedy(),
                                                check.references()))
                                .toList());
    }

    @Test
    void thePageOfChecksIsCurrent() throws IOException {
        Path page = ROOT.resolve("src/docs/checks.md");
        if (Boolean.getBoolean("golden.record")) {
            Files.writeString(page, ChecksPage.render());
        }
        assertThat(Files.readString(page)).isEqualTo(ChecksPage.render());
    }
}
