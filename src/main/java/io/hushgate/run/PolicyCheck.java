package io.hushgate.run;

import io.hushgate.core.Confidence;
import io.hushgate.core.Severity;
import io.hushgate.library.ShippedCheck;
import io.hushgate.report.Check;
import java.util.List;

/** A policy check that is loaded, as its METADATA describes it. */
record PolicyCheck(
        String id,
        String title,
        Severity severity,
        Confidence confidence,
        String remedy,
        List<String> references) {
    static PolicyCheck of(ShippedCheck check) {
        return new PolicyCheck(
                check.id(),
                check.title(),
                Severity.of(check.severity()).orElseThrow(),
                Confidence.of(check.confidence()).orElseThrow(),
                check.remedy(),
                check.references());
    }

    /** What reports say once about it. */
    Check describe() {
        return new Check(id, Check.Kind.POLICY, title, severity, remedy, references);
    }

    /** The same check under the id that one of its results gave itself. */
    PolicyCheck withId(String other) {
        return new PolicyCheck(other, title, severity, confidence, remedy, references);
    }
}
