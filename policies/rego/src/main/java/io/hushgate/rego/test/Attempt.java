package io.hushgate.rego.test;

import io.hushgate.rego.Program;
import io.hushgate.rego.Settings;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Observer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One test, run once. */
final class Attempt {
    private final TestRule test;
    private final Witness witness;
    private final LongSupplier nanos;

    Attempt(TestRule test, Witness witness, LongSupplier nanos) {
        this.test = test;
        this.witness = witness;
        this.nanos = nanos;
    }

    TestResult skipped() {
        return result(Outcome.SKIPPED, 0, List.of(), Optional.empty(), List.of());
    }

    TestResult run(Program program, Settings settings, Observer observer) {
        List<String> output = new ArrayList<>();
        Program printing = program.withSettings(settings.withPrint((line, _) -> output.add(line)));
        witness.reset();
        long start = nanos.getAsLong();
        try {
            Value value = printing.evaluate(null, observer).value(path());
            return judged(value, nanos.getAsLong() - start, output);
        } catch (RegoException e) {
            long took = nanos.getAsLong() - start;
            Optional<RegoError> error = Optional.of(e.errors().getFirst());
            return result(Outcome.ERROR, took, List.of(), error, output);
        }
    }

    private List<Value> path() {
        List<Value> path = new ArrayList<>();
        for (Term part : test.path().path()) {
            path.add(RegoString.of(((Scalar.Text) part).value()));
        }
        return path;
    }

    private TestResult judged(@Nullable Value value, long took, List<String> output) {
        List<CaseResult> cases = cases(value);
        boolean passed =
                test.keys().isEmpty()
                        ? value instanceof RegoBoolean && value.isTruthy()
                        : value != null && cases.stream().allMatch(CaseResult::passed);
        Outcome outcome = passed ? Outcome.PASS : Outcome.FAIL;
        return result(outcome, took, cases, Optional.empty(), output);
    }

    private List<CaseResult> cases(@Nullable Value value) {
        if (test.keys().isEmpty()) {
            return List.of();
        }
        CaseTree tree = new CaseTree(List.of());
        tree.add(value, test.keys().size());
        witness.cases().forEach(tree::begun);
        return tree.results(witness);
    }

    private TestResult result(
            Outcome outcome,
            long took,
            List<CaseResult> cases,
            Optional<RegoError> error,
            List<String> output) {
        boolean explains = outcome == Outcome.FAIL && cases.isEmpty();
        return new TestResult(
                test.rule().location(),
                test.module().packageClause().path().toString(),
                test.name().toString(),
                outcome,
                Duration.ofNanos(took),
                cases,
                error,
                explains ? witness.note(List.of()) : Optional.empty(),
                output);
    }
}
