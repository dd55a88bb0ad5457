package io.hushgate.rules.gitleaks;

import io.hushgate.core.Fingerprint;
import java.util.Comparator;
import java.util.List;

/**
 * What a report of gitleaks says of one leak. Holds no secret: value and match are redacted.
 *
 * @param startColumn in bytes, counted as gitleaks counts
 * @param link the symbolic link that led to the file; empty when none did
 * @param commit id, and author, mail, date and message of the commit; all empty without one
 * @param value identifies the secret under the run's key
 */
public record GitleaksFinding(
        String rule,
        String description,
        int startLine,
        int endLine,
        int startColumn,
        int endColumn,
        String match,
        String secret,
        String file,
        String link,
        Fragment.Commit commit,
        float entropy,
        List<String> tags,
        Fingerprint value)
        implements Comparable<GitleaksFinding> {
    /** Stands for no commit. */
    public static final Fragment.Commit NO_COMMIT = new Fragment.Commit("", "", "", "", "");

    private static final Comparator<GitleaksFinding> ORDER =
            Comparator.comparing(GitleaksFinding::file)
                    .thenComparing(finding -> finding.commit().date())
                    .thenComparing(finding -> finding.commit().id())
                    .thenComparingInt(GitleaksFinding::startLine)
                    .thenComparingInt(GitleaksFinding::startColumn)
                    .thenComparing(GitleaksFinding::rule)
                    .thenComparing(finding -> String.join(" ", finding.tags()))
                    .thenComparing(GitleaksFinding::value);

    public GitleaksFinding {
        tags = List.copyOf(tags);
    }

    /** {@code file:rule:line}, with the commit before it where there is one. */
    public String fingerprint() {
        String place = "%s:%s:%d".formatted(file, rule, startLine);
        return commit.id().isEmpty() ? place : commit.id() + ":" + place;
    }

    /** By file, time, place and rule. */
    @Override
    public int compareTo(GitleaksFinding other) {
        return ORDER.compare(this, other);
    }
}
