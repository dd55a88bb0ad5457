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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * Runs the tests in modules.
 *
 * <pre>{@code
 * TestReport report = TestRunner.of(rego).withCoverage().run();
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param rego modules and data; calls of {@code print} are kept
 * @param filter finds the full names of the tests to run, such as {@code data.app_test.test_x}
 * @param covers whether to say which lines were reached
 * @param threads how many tests run at a time; the report does not depend on it
 * @param nanos a clock for durations
 */
public record TestRunner(
        Rego rego, Optional<Pattern> filter, boolean covers, int threads, LongSupplier nanos) {
    public TestRunner {
        if (threads < 1) {
            throw new IllegalArgumentException("tests run on 1 thread or more: " + threads);
        }
    }

    /** All tests, without coverage. */
    public static TestRunner of(Rego rego) {
        return new TestRunner(rego, Optional.empty(), false, 1, System::nanoTime);
    }

    /** Only tests in whose full name a regular expression (RE2) finds something. */
    public TestRunner withFilter(String expression) {
        return new TestRunner(
                rego, Optional.of(Pattern.compile(expression)), covers, threads, nanos);
    }

    public TestRunner withCoverage() {
        return new TestRunner(rego, filter, true, threads, nanos);
    }

    public TestRunner withClock(LongSupplier newNanos) {
        return new TestRunner(rego, filter, covers, threads, newNanos);
    }

    /** Several tests at a time. */
    public TestRunner withThreads(int newThreads) {
        return new TestRunner(rego, filter, covers, newThreads, nanos);
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
        List<TestRule> selected = suite.tests().stream().filter(this::isSelected).toList();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < Math.max(1, Math.min(threads, selected.size())); i++) {
            shares.add(new Share(suite, program));
        }
        List<TestResult> results = run(selected, shares);
        Coverage coverage = new Coverage();
        shares.forEach(share -> coverage.addAll(share.coverage));
        return new TestReport(
                results,
                covers
                        ? Optional.of(new CoverageReport(coverage.report(suite.modules())))
                        : Optional.empty());
    }

    /** Each share takes every so-manieth test; results stand in the order of the tests. */
    private List<TestResult> run(List<TestRule> tests, List<Share> shares) {
        if (shares.size() == 1) {
            return tests.stream().map(shares.getFirst()::run).toList();
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(shares.size())) {
            List<Future<List<TestResult>>> parts = new ArrayList<>();
            for (int i = 0; i < shares.size(); i++) {
                int first = i;
                parts.add(
                        workers.submit(() -> {
                            List<TestResult> part = new ArrayList<>();
                            for (int j = first; j < tests.size(); j += shares.size()) {
                                part.add(shares.get(first).run(tests.get(j)));
                            }
                            return part;
                        }));
            }
            List<TestResult> results = new ArrayList<>();
            for (int j = 0; j < tests.size(); j++) {
                results.add(parts.get(j % parts.size()).get().get(j / parts.size()));
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a test could not be run", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tests were running", e);
        }
    }

    /** What one thread needs to run tests: watching keeps state. */
    private final class Share {
        private final Witness witness;
        private final Program watched;
        private final Coverage coverage = new Coverage();

        Share(TestSuite suite, Program program) {
            this.witness = new Witness(program.compiled()::originalName);
            Watch watch = new Watch(suite.tests(), witness);
            Instruments instruments =
                    covers ? new Several(List.of(new Watching(), witness)) : witness;
            this.watched = program.watchedBy(instruments, watch::rule);
        }

        TestResult run(TestRule test) {
            Attempt attempt = new Attempt(test, witness, nanos);
            return test.skipped()
                    ? attempt.skipped()
                    : attempt.run(watched, rego.settings(), coverage);
        }
    }

    private boolean isSelected(TestRule test) {
        return filter.map(f -> f.matcher(test.path().toString()).find()).orElse(true);
    }
}
