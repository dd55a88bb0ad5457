package io.hushgate.cli.policy;

import com.google.re2j.PatternSyntaxException;
import io.hushgate.rego.Rego;
import io.hushgate.rego.test.CoverageReport;
import io.hushgate.rego.test.Outcome;
import io.hushgate.rego.test.TestJson;
import io.hushgate.rego.test.TestReport;
import io.hushgate.rego.test.TestRunner;
import io.hushgate.rego.test.TestText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests of policies, as {@code opa test} does. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the rules whose names begin with test_; those with todo_test_ are skipped.",
            "",
            "Exit codes: 0; 1 when the policies cannot be loaded; 2 when a test "
                    + "fails or is skipped, or when too few lines are covered.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate policy test policy/ -v          each test by its name",
            "  hushgate policy test policy/ --coverage  and which lines they reach"
        })
final class TestCommand implements Callable<Integer> {
    /** How results are told. */
    enum Format {
        PRETTY,
        JSON
    }

    private static final int UNUSABLE = 1;
    private static final int FAILED = 2;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Policies, tests and data.")
    private List<String> paths = List.of();

    @Mixin private AsBundlesOption asBundles = new AsBundlesOption();

    @Option(
            names = {"-v", "--verbose"},
            description = "Name every test, not only those that fail.")
    private boolean verbose;

    @Option(
            names = {"-r", "--run"},
            paramLabel = "REGEX",
            description = "Only tests whose name matches (RE2).")
    private @Nullable String run;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "pretty|json",
            description = "How results are told (default: pretty).")
    private Format format = Format.PRETTY;

    @Option(
            names = {"-c", "--coverage"},
            description = "Tell which lines the tests reached.")
    private boolean coverage;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "Fail when less of the lines is covered.")
    private double threshold;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long one test may take (default: 5s).")
    private Duration timeout = Duration.ofSeconds(5);

    @Option(names = "--count", paramLabel = "N", description = "How often to run (default: 1).")
    private int count = 1;

    @Option(
            names = {"-p", "--parallel"},
            paramLabel = "N",
            description = "How many tests to run at a time (default: 1).")
    private int parallel = 1;

    @Option(
            names = {"-z", "--exit-zero-on-skipped"},
            description = "Skipped tests do not fail the command.")
    private boolean skippedPass;

    @Option(names = "--fail-on-empty", description = "Fail when there are no tests.")
    private boolean failOnEmpty;

    @SuppressWarnings("UnusedVariable") // accepted: values are always shown
    @Option(names = "--var-values", hidden = true)
    private boolean values;

    @Mixin private RegoFiles files = new RegoFiles();

    @Spec private CommandSpec spec = CommandSpec.create();

    @SuppressWarnings("UnusedMethod") // called by the command line, as the next two
    @Option(
            names = {"-t", "--target"},
            hidden = true)
    private void target(String target) {
        refuse(!target.equals("rego"), "--target " + target, "tests run in this engine only");
    }

    @SuppressWarnings("UnusedMethod")
    @Option(names = "--bench", hidden = true)
    private void bench(boolean given) {
        refuse(given, "--bench", "tests are not measured; use policy bench");
    }

    @SuppressWarnings("UnusedMethod")
    @Option(
            names = {"-w", "--watch"},
            hidden = true)
    private void watch(boolean given) {
        refuse(given, "--watch", "tests run once; start them again after a change");
    }

    private void refuse(boolean given, String option, String remedy) {
        if (given) {
            throw new ParameterException(spec.commandLine(), option + ": " + remedy);
        }
    }

    @Override
    public Integer call() {
        refuse(count < 1, "--count " + count, "choose 1 or more");
        refuse(parallel < 1, "--parallel " + parallel, "choose 1 or more");
        refuse(threshold < 0 || threshold > 100, "--threshold " + threshold, "choose 0 to 100");
        return Failures.guarded(spec.commandLine().getErr(), UNUSABLE, this::test);
    }

    private int test() {
        TestRunner runner = runner();
        boolean passed = true;
        for (int i = 0; i < count; i++) {
            TestReport report = runner.run();
            tell(report);
            passed &= isGood(report);
        }
        return passed ? 0 : FAILED;
    }

    private TestRunner runner() {
        List<Path> bundles = asBundles.given() ? paths.stream().map(Path::of).toList() : List.of();
        Rego rego = files.load(asBundles.given() ? List.of() : paths, bundles, new Metrics());
        TestRunner runner =
                TestRunner.of(
                                rego.withSettings(
                                        rego.settings()
                                                .withLimits(
                                                        rego.settings()
                                                                .limits()
                                                                .withTime(timeout))))
                        .withThreads(parallel);
        if (run != null) {
            try {
                runner = runner.withFilter(run);
            } catch (PatternSyntaxException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--run %s: no regular expression: %s".formatted(run, e.getDescription()));
            }
        }
        return coverage || threshold > 0 ? runner.withCoverage() : runner;
    }

    private void tell(TestReport report) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<CoverageReport> lines = report.coverage();
        switch (format) {
            case JSON ->
                    out.print(
                            lines.map(CoverageReport::toJson).orElseGet(() -> TestJson.of(report)));
            case PRETTY -> out.print(TestText.of(report, verbose));
        }
        out.flush();
    }

    private boolean isGood(TestReport report) {
        boolean below = report.coverage().map(lines -> lines.percent() < threshold).orElse(false);
        if (below) {
            PrintWriter err = spec.commandLine().getErr();
            double percent = report.coverage().map(CoverageReport::percent).orElse(0.0);
            err.println(
                    "hushgate: %.2f %% of the lines are covered, but --threshold asks for %.2f"
                            .formatted(percent, threshold));
            err.flush();
        }
        boolean empty = failOnEmpty && report.results().isEmpty();
        boolean skipped = !skippedPass && report.count(Outcome.SKIPPED) > 0;
        return report.passed() && !below && !empty && !skipped;
    }
}
