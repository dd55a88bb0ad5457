package io.hushgate.core.match;

import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.Region;
import io.hushgate.core.Secret;
import io.hushgate.core.Severity;
import io.hushgate.core.Span;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A match before overlaps are resolved. Its place is settled while its bytes are in memory. */
final class Candidate {
    /** By place; the rest only makes the order total. */
    static final Comparator<Candidate> BY_PLACE =
            Comparator.<Candidate>comparingLong(c -> c.start)
                    .thenComparingLong(c -> c.end)
                    .thenComparingInt(c -> c.rule);

    /**
     * Best first, among matches that share bytes: the more specific form, the better grade, the
     * longer, the earlier, and last the rule that comes first.
     */
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.<Candidate>comparingInt(c -> c.form)
                    .thenComparing(c -> c.grade)
                    .thenComparing(
                            Comparator.<Candidate>comparingLong(c -> c.end - c.start).reversed())
                    .thenComparing(BY_PLACE);

    final int rule;
    final int form;
    final long start;
    final long end;
    final Secret secret;
    final Grade grade;
    final Severity severity;
    final Confidence confidence;
    private @Nullable Span span;
    private @Nullable Region region;

    /**
     * A candidate at {@code [start, end)} of the artifact's text.
     *
     * @param form 0 for tokens, 1 for assigned values of a known shape, 2 for keys of services, 3
     *     for generic ones
     */
    Candidate(
            int rule,
            int form,
            long start,
            long end,
            Secret secret,
            Grade grade,
            Severity severity,
            Confidence confidence) {
        this.rule = rule;
        this.form = form;
        this.start = start;
        this.end = end;
        this.secret = secret;
        this.grade = grade;
        this.severity = severity;
        this.confidence = confidence;
    }

    boolean isPlaced() {
        return region != null;
    }

    void place(Span where, Region shown) {
        span = where;
        region = shown;
    }

    /** The bytes of the artifact. */
    Span span() {
        return Objects.requireNonNull(span);
    }

    Region region() {
        return Objects.requireNonNull(region);
    }
}
