package io.hushgate.report.history;

import io.hushgate.core.Finding;
import io.hushgate.core.Violation;
import io.hushgate.report.Check;

/**
 * What makes a finding or violation the same one in two runs.
 *
 * @param check id of the rule or policy
 * @param identity never a position: the fingerprint of a finding; file and message of a violation
 */
public record Subject(Check.Kind kind, String check, String identity) {
    /** The leaked value under its rule, wherever it lies. */
    public static Subject of(Finding finding) {
        return new Subject(
                Check.Kind.CREDENTIAL, finding.rule().text(), finding.fingerprint().hex());
    }

    /** The complaint about a file. */
    public static Subject of(Violation violation) {
        return new Subject(
                Check.Kind.POLICY,
                violation.id(),
                violation.location().address().file() + "\n" + violation.message());
    }
}
