package io.hushgate.estate.fact;

/** How sure a reader is of a fact; never how bad it is. */
public enum Confidence {
    /** Everything the fact says was written literally. */
    HIGH,
    /** A name was inferred, or the place is documentation or an example. */
    MEDIUM,
    /** Part of the fact is an expression or template that was not evaluated. */
    LOW;

    /** The less sure of the two. */
    public Confidence and(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
