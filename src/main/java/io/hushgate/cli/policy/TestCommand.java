package io.hushgate.cli.policy;

import io.hushgate.rego.test.CoverageReport;
import io.hushgate.rego.test.TestJson;
import io.hushgate.rego.test.TestReport;
import io.hushgate.rego.test.TestRunner;
import io.hushgate.rego.test.TestText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests of policies, as {@code opa test} does. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the rules whose names begin with test_; todo_ are skipped.",
            "",
            "Exit codes: 0; 2 when a test fails or the policies do not compile.",
            ""
        })
final class TestCommand implements Callable<Integer> {
    private static final int FAILED = 2;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Policies, tests and data.")
    private List<String> paths = List.of();

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
    private String format = "pretty";

    @Option(
            names = {"-c", "--coverage"},
            description = "Tell which lines the tests reached.")
    private boolean coverage;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "With --coverage: fail below this share of lines.")
    private double threshold;

    @Option(names = "--fail-on-empty", description = "Fail when there are no tests.")
    private boolean failOnEmpty;

    @Mixin private RegoFiles files = new RegoFiles();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Failures.guarded(spec.commandLine().getErr(), FAILED, this::test);
    }

    private int test() {
        TestRunner runner = TestRunner.of(files.load(paths));
        if (run != null) {
            runner = runner.withFilter(run);
        }
        if (coverage || threshold > 0) {
            runner = runner.withCoverage();
        }
        TestReport report = runner.run();
        PrintWriter out = spec.commandLine().getOut();
        boolean json = format.toLowerCase(Locale.ROOT).equals("json");
        Optional<CoverageReport> lines = report.coverage();
        if (json) {
            out.println(lines.map(CoverageReport::toJson).orElseGet(() -> TestJson.of(report)));
        } else {
            out.print(TestText.of(report, verbose));
            lines.ifPresent(l -> out.print(l.toTable()));
        }
        out.flush();
        boolean below = lines.isPresent() && lines.get().percent() < threshold;
        boolean empty = failOnEmpty && report.results().isEmpty();
        return report.passed() && !below && !empty ? 0 : FAILED;
    }
}
