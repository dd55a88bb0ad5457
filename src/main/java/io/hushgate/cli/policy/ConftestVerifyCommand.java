package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.CheckResult;
import io.hushgate.cli.policy.conftest.Conftest;
import io.hushgate.cli.policy.conftest.ConftestOutput;
import io.hushgate.cli.policy.conftest.Judgement;
import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.test.TestReport;
import io.hushgate.rego.test.TestResult;
import io.hushgate.rego.test.TestRunner;
import io.hushgate.rego.test.TestText;
import java.io.PrintWriter;
import java.util.ArrayList;
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

/** Runs the tests of policies, as {@code conftest verify} does. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        defaultValueProvider = ConftestDefaults.class,
        description = {
            "Runs the rules of the policies whose names begin with test_.",
            "",
            "Exit codes: 0; 1 for tests that fail and for policies that cannot be used.",
            ""
        },
        footer = {"", "Example:", "  hushgate policy conftest verify -p policy"})
final class ConftestVerifyCommand implements Callable<Integer> {
    /** How much a report tells. The values of what failed are in each. */
    enum Report {
        FULL,
        NOTES,
        FAILS
    }

    @SuppressWarnings("UnusedVariable") // conftest takes them and looks at none
    @Parameters(arity = "0..*", hidden = true)
    private List<String> paths = List.of();

    @Option(
            names = {"-n", "--namespace"},
            split = ",",
            paramLabel = "NAME",
            description = "Packages whose tests are told; * and ? stand for others (default: all).")
    private List<String> namespaces = List.of();

    @Option(
            names = "--report",
            paramLabel = "full|notes|fails",
            description = "Tell results as policy test does, with the values of what failed.")
    private @Nullable Report report;

    @Option(names = "--var-values", description = "The same as --report fails.")
    private boolean values;

    @Mixin private ConftestShared shared = new ConftestShared();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean reports = report != null || values;
        if (reports && shared.output() != ConftestOutput.STDOUT) {
            throw new ParameterException(
                    spec.commandLine(), "--report: goes with --output stdout only");
        }
        return shared.guarded(() -> verify(reports));
    }

    private int verify(boolean reports) {
        Rego loaded =
                shared.loader().load(shared.policies(), shared.data(), BuiltinContext.Sink.NONE);
        Rego rego =
                new Rego(
                        loaded.modules().stream().map(ParseConfig::rooted).toList(),
                        loaded.data(),
                        loaded.version(),
                        loaded.options(),
                        loaded.settings());
        List<String> told = Conftest.of(rego).namespaces(patterns());
        List<TestResult> results =
                TestRunner.of(rego).run().results().stream()
                        .filter(result -> told.contains(namespace(result)))
                        .toList();
        results.forEach(ConftestVerifyCommand::refuseError);
        List<CheckResult> checks = results.stream().map(ConftestVerifyCommand::check).toList();
        boolean failed = checks.stream().anyMatch(check -> !check.failures().isEmpty());
        if (!shared.isSilentFor(failed ? 1 : 0)) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(
                    reports
                            ? TestText.of(new TestReport(results, Optional.empty()), true)
                            : shared.output().render(checks, shared.outputOptions(true, true)));
            out.flush();
        }
        return failed ? 1 : 0;
    }

    private List<String> patterns() {
        return namespaces.isEmpty() ? List.of("*") : namespaces;
    }

    private static String namespace(TestResult result) {
        return result.packagePath().substring("data.".length());
    }

    /** A test that ends with an error ends everything. */
    private static void refuseError(TestResult result) {
        result.error()
                .ifPresent(error -> {
                    throw new RegoException(error);
                });
    }

    private static CheckResult check(TestResult result) {
        List<Judgement> failures = new ArrayList<>();
        List<Judgement> skipped = new ArrayList<>();
        int successes = 0;
        switch (result.outcome()) {
            case PASS -> successes = 1;
            case FAIL -> failures.add(Judgement.of(result.fullName()));
            case SKIPPED -> skipped.add(Judgement.of(result.fullName()));
            case ERROR -> throw new IllegalStateException("an error was not refused");
        }
        return new CheckResult(
                result.location().file(), "", successes, List.of(), failures, List.of(), skipped);
    }
}
