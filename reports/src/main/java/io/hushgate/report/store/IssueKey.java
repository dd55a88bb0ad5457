package io.hushgate.report.store;

import io.hushgate.core.Finding;
import io.hushgate.core.Violation;
import io.hushgate.report.recorded.Item;
import java.util.Comparator;

/**
 * What makes an issue of a target the same from run to run: never its position.
 *
 * @param check the rule or policy check
 * @param identity fingerprint of the credential, or the first 128 bits of a hash of check, file and
 *     message, in which nothing is secret
 */
public record IssueKey(Kind kind, String check, String identity) implements Comparable<IssueKey> {
    private static final Comparator<IssueKey> ORDER =
            Comparator.comparing(IssueKey::kind)
                    .thenComparing(IssueKey::check)
                    .thenComparing(IssueKey::identity);

    private static final int DIGITS = 32;

    /** Finds out what makes it the same from run to run. */
    static IssueKey of(Item item) {
        return switch (item) {
            case Item.Leak(var finding, _) -> of(finding);
            case Item.Complaint(var violation, _) -> of(violation);
        };
    }

    private static IssueKey of(Finding finding) {
        return new IssueKey(Kind.LEAK, finding.rule().text(), finding.fingerprint().hex());
    }

    private static IssueKey of(Violation violation) {
        String file = violation.location().address().file();
        String identity = Digests.of(violation.id(), file, violation.message());
        return new IssueKey(Kind.VIOLATION, violation.id(), identity.substring(0, DIGITS));
    }

    @Override
    public int compareTo(IssueKey other) {
        return ORDER.compare(this, other);
    }
}
