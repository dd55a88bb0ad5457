package io.hushgate.config;

import io.hushgate.core.Confidence;
import io.hushgate.core.Location;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.report.Check;
import java.util.List;
import java.util.Optional;

/**
 * What a run complains of about the settings that it is given itself: acceptances, comments, files
 * of other scanners, a change's own configuration. Reported as violations, beside those of
 * policies.
 */
public enum SelfCheck {
    /** The change under test would open the gate further. */
    CONFIG_WEAKENED(
            "CONFIG-WEAKENED",
            "The change would open its own gate further",
            Severity.MEDIUM,
            "Commit the setting alone and before, so that somebody looks at it."),
    /** Its end has come: what it accepted counts again. */
    ACCEPTANCE_EXPIRED(
            "BASELINE-EXPIRED",
            "An acceptance is over",
            Severity.LOW,
            "Revoke the credential or mend the rights; if it must stay, give the line a new end."),
    /** Nothing that was found needs it. */
    ACCEPTANCE_UNUSED(
            "BASELINE-UNUSED",
            "An acceptance accepts nothing",
            Severity.INFO,
            "Remove the line; `hushgate baseline update` does."),
    /** It names no place. */
    ACCEPTANCE_WIDE(
            "BASELINE-WIDE",
            "An acceptance holds everywhere",
            Severity.MEDIUM,
            "Name the directory or the file in the line's path."),
    /** The value that was accepted is gone, and another one stands there. */
    ACCEPTANCE_OTHER_VALUE(
            "BASELINE-OTHER-VALUE",
            "Another value stands where one was accepted",
            Severity.MEDIUM,
            "Look at the new value as at any other; it may be the real one in place of a sample."),
    /** The change under test brings it, and the trusted baseline does not have it. */
    ACCEPTANCE_OWN(
            "BASELINE-OWN",
            "The change accepts something itself",
            Severity.MEDIUM,
            "Commit the acceptance alone and before, so that somebody looks at it."),
    /** The last day that a comment names is over: what it allowed counts again. */
    COMMENT_EXPIRED(
            "ALLOW-EXPIRED",
            "A comment that allowed a value is over",
            Severity.LOW,
            "Revoke the credential; if it must stay, give the comment a new until=."),
    /** A comment names a rule that there is none of, and allows nothing. */
    COMMENT_UNKNOWN_RULE(
            "ALLOW-UNKNOWN-RULE",
            "A comment allows a rule that does not exist",
            Severity.MEDIUM,
            "Write the rule as the finding names it; `hushgate rules list` names them all."),
    /** A comment lacks a rule, a reason or a right date, and allows nothing. */
    COMMENT_UNREASONED(
            "ALLOW-UNREASONED",
            "A comment allows without saying what or why",
            Severity.LOW,
            "Write hushgate:allow RULE reason, and until=2027-01-31 where it shall end."),
    /** A comment would allow a value in a change under test. */
    COMMENT_OWN(
            "ALLOW-OWN",
            "The change allows something itself",
            Severity.MEDIUM,
            "Accept the value in the baseline, alone and before, so that somebody looks at it."),
    /** A file of another scanner holds something that does nothing, or far too much. */
    FOREIGN_FILE(
            "FOREIGN-FILE",
            "A file of another scanner hardly means what it says",
            Severity.LOW,
            "Mend the file, or write the rule in the form of Hushgate's own."),
    /** A service was to be asked about a value and did not tell. */
    UNVERIFIED(
            "VERIFY-UNKNOWN",
            "Nobody could tell whether a value is still accepted",
            Severity.INFO,
            "Allow the host with --verify, or ask again later; until then treat the value as live.");

    private final String id;
    private final String title;
    private final Severity severity;
    private final String remedy;

    SelfCheck(String id, String title, Severity severity, String remedy) {
        this.id = id;
        this.title = title;
        this.severity = severity;
        this.remedy = remedy;
    }

    /** Stable for ever, as those of policy checks. */
    public String id() {
        return id;
    }

    /** What reports say once about it. */
    public Check describe() {
        return new Check(id, Check.Kind.POLICY, title, severity, remedy, List.of());
    }

    /** Raises it at a place. */
    public Violation at(Location place, String message) {
        return new Violation(
                id,
                title,
                severity,
                Confidence.HIGH,
                message,
                place,
                List.of(),
                remedy,
                List.of(),
                Optional.empty());
    }
}
