package io.hushgate.run;

import io.hushgate.core.Confidence;
import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.report.Verdict;
import java.util.List;
import java.util.function.Function;

/** Puts the result of a run before {@code hushgate.gate} and reads its verdict. */
final class Gate {
    private final Options options;

    Gate(Options options) {
        this.options = options;
    }

    /** What the run was asked for, as the gate sees it. */
    record Options(
            Severity failOn,
            Confidence confidence,
            boolean allowIncomplete,
            boolean leaks,
            boolean policies,
            boolean history,
            boolean staged) {}

    /** The input of the gate: grades and counts, never a value. */
    RegoObject input(
            List<Finding> findings,
            List<Violation> violations,
            Coverage coverage,
            int rules,
            int policies) {
        return RegoObject.builder()
                .put("findings", array(findings, Gate::finding))
                .put("violations", array(violations, Gate::violation))
                .put("coverage", coverage(coverage, rules, policies))
                .put("options", options())
                .build();
    }

    /**
     * Reads the verdict.
     *
     * @throws RunProblem when a gate of the user's answers something else
     */
    static Verdict verdict(@org.jspecify.annotations.Nullable Value answer) {
        if (answer instanceof RegoObject object
                && object.get("exitCode") instanceof RegoNumber code
                && object.get("reason") instanceof RegoString reason
                && code.isLong()
                && List.of(0L, 1L, 3L).contains(code.longValue())) {
            int exitCode = (int) code.longValue();
            return new Verdict(exitCode == 0, reason.value(), exitCode);
        }
        throw new RunProblem(
                "data.hushgate.gate.verdict: the gate must answer an object with exitCode (0, 1 or 3) and reason");
    }

    private static <T> RegoArray array(List<T> items, Function<T, Value> render) {
        return RegoArray.of(items.stream().map(render).toList());
    }

    private static Value finding(Finding finding) {
        return RegoObject.builder()
                .put("rule", text(finding.rule().text()))
                .put("severity", text(finding.severity().label()))
                .put("confidence", text(finding.confidence().label()))
                .put("grade", text(finding.grade().label()))
                .put("state", text(finding.state().label()))
                .put("address", text(finding.location().address().text()))
                .put("path", text(finding.location().address().path()))
                .put("fingerprint", text(finding.fingerprint().hex()))
                .put("suppressed", RegoBoolean.of(finding.suppression().isPresent()))
                .build();
    }

    private static Value violation(Violation violation) {
        return RegoObject.builder()
                .put("id", text(violation.id()))
                .put("severity", text(violation.severity().label()))
                .put("confidence", text(violation.confidence().label()))
                .put("message", text(violation.message()))
                .put("address", text(violation.location().address().text()))
                .put("suppressed", RegoBoolean.of(violation.suppression().isPresent()))
                .build();
    }

    private static Value coverage(Coverage coverage, int rules, int policies) {
        return RegoObject.builder()
                .put("complete", RegoBoolean.of(coverage.isComplete()))
                .put("rules", RegoNumber.of(rules))
                .put("policies", RegoNumber.of(policies))
                .put("artifacts", RegoNumber.of(coverage.artifacts()))
                .put("bytes", RegoNumber.of(coverage.bytes()))
                .put("commits", RegoNumber.of(coverage.commits()))
                .put(
                        "skipped",
                        array(
                                coverage.skipped(),
                                skip ->
                                        RegoObject.builder()
                                                .put("address", text(skip.address()))
                                                .put("reason", text(skip.reason().name()))
                                                .put(
                                                        "incomplete",
                                                        RegoBoolean.of(
                                                                skip.reason().isIncomplete()))
                                                .build()))
                .build();
    }

    private Value options() {
        return RegoObject.builder()
                .put("fail_on", text(options.failOn().label()))
                .put("confidence", text(options.confidence().label()))
                .put("allow_incomplete", RegoBoolean.of(options.allowIncomplete()))
                .put("leaks", RegoBoolean.of(options.leaks()))
                .put("policies", RegoBoolean.of(options.policies()))
                .put("history", RegoBoolean.of(options.history()))
                .put("staged", RegoBoolean.of(options.staged()))
                .build();
    }

    private static RegoString text(String text) {
        return RegoString.of(text);
    }
}
