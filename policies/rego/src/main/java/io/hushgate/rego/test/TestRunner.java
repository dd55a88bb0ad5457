package io.hushgate.rego.test;

import com.google.re2j.Pattern;
import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.eval.lower.Instruments;
import io.hushgate.rego.eval.lower.Watching;
import io.hushgate.rego.watch.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Runs the tests in modules.
 *
 * <pre>{@code
 * TestReport report = TestRunner.of(rego).withCoverage().run();
 * }</pre>
 *
 * <p>Immutable; a run is for one thread.
 *
 * @param rego modules and data; calls of {@code print} are kept
 * @param filter finds the full names of the tests to run, such as {@code data.app_test.test_x}
 * @param covers whether to say which lines were reached
 * @param nanos a clock for durations
 */
public record TestRunner(Rego rego, Optional<Pattern> filter, boolean covers, LongSupplier nanos) {

    /** All tests, without coverage. */
    public static TestRunner of(Rego rego) {
        return new TestRunner(rego, Optional.empty(), false, System::nanoTime);
    }

    /** Only tests in whose full name a regular expression (RE2) finds something. */
    public TestRunner withFilter(String expression) {
        return new TestRunner(rego, Optional.of(Pattern.compile(expression)), covers, nanos);
    }

    public TestRunner withCoverage() {
        return new TestRunner(rego, filter, true, nanos);
    }

    public TestRunner withClock(LongSupplier newNanos) {
        return new TestRunner(rego, filter, covers, newNanos);
    }

    /**
     * Runs the tests.
     *
     * @throws RegoException if the modules do not compile
     */
    public TestReport run() {
        TestSuite suite = TestSuite.of(rego.modules());
        Program program =
                new Rego(
                                suite.modules(),
                                rego.data(),
                                rego.version(),
                                rego.options().withPrint(true),
                                rego.settings())
                        .compile();
        Witness witness = new Witness(program.compiled()::originalName);
        Watch watch = new Watch(suite.tests(), witness);
        Instruments instruments = covers ? new Several(List.of(new Watching(), witness)) : witness;
        Program watched = program.watchedBy(instruments, watch::rule);
        Coverage coverage = new Coverage();
        List<TestResult> results = new ArrayList<>();
        for (TestRule test : suite.tests()) {
            if (isSelected(test)) {
                Attempt attempt = new Attempt(test, witness, nanos);
                results.add(
                        test.skipped()
                                ? attempt.skipped()
                                : attempt.run(watched, rego.settings(), coverage));
            }
        }
        return new TestReport(
                results,
                covers
                        ? Optional.of(new CoverageReport(coverage.report(suite.modules())))
                        : Optional.empty());
    }

    private boolean isSelected(TestRule test) {
        return filter.map(f -> f.matcher(test.path().toString()).find()).orElse(true);
    }
}
