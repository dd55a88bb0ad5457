package io.hushgate.core.match;

/**
 * What to try when a keyword was found.
 *
 * @param rule index of the rule, or {@link #ESCAPE}
 * @param length bytes of the keyword
 * @param least how many bytes before the keyword a match starts, at least
 * @param most and at most
 */
record Trigger(int rule, int length, int least, int most) {
    /** Stands for the decoder of escapes. */
    static final int ESCAPE = 0xffff;
}
