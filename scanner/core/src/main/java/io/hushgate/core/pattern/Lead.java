package io.hushgate.core.pattern;

/**
 * How far a keyword stands from the start of a match.
 *
 * @param least bytes, at least 0
 * @param most bytes, at most {@link Pattern#MAX_LEAD}
 */
public record Lead(int least, int most) {
    Lead or(Lead other) {
        return new Lead(Math.min(least, other.least), Math.max(most, other.most));
    }
}
