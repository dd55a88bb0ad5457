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
    // Method references, for comparators composed of others spin classes at every cold start.

    /** By place; the rest only makes the order total. */
    static final Comparator<Candidate> BY_PLACE = Candidate::compareByPlace;

    /**
     * Best first, among matches that share bytes: the more specific form, the better grade, the
     * longer, the earlier, and last the rule that comes first.
     */
    static final Comparator<Candidate> BEST_FIRST = Candidate::compareByWorth;

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
    private String remark = "";

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

    private static int compareByPlace(Candidate a, Candidate b) {
        if (a.start != b.start) {
            return Long.compare(a.start, b.start);
        }
        return a.end != b.end ? Long.compare(a.end, b.end) : Integer.compare(a.rule, b.rule);
    }

    private static int compareByWorth(Candidate a, Candidate b) {
        if (a.form != b.form) {
            return Integer.compare(a.form, b.form);
        }
        if (a.grade != b.grade) {
            return a.grade.compareTo(b.grade);
        }
        int longer = Long.compare(b.end - b.start, a.end - a.start);
        return longer != 0 ? longer : compareByPlace(a, b);
    }

    boolean isPlaced() {
        return region != null;
    }

    void place(Span where, Region shown, String said) {
        span = where;
        region = shown;
        remark = said;
    }

    /** What a comment of the line says of the value; empty without one. */
    String remark() {
        return remark;
    }

    /** The bytes of the artifact. */
    Span span() {
        return Objects.requireNonNull(span);
    }

    Region region() {
        return Objects.requireNonNull(region);
    }
}
