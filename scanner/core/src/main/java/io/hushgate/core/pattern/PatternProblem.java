package io.hushgate.core.pattern;

/** A pattern that cannot be used. The message names the place in the pattern and the remedy. */
public final class PatternProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int offset;

    /**
     * Describes the problem.
     *
     * @param offset index of the character, from 0; shown from 1
     * @param what what is wrong and what would be right, one sentence without a full stop
     */
    PatternProblem(int offset, String what) {
        super("pattern, character " + (offset + 1) + ": " + what);
        this.offset = offset;
    }

    /** Index of the character in the pattern, from 0. */
    public int offset() {
        return offset;
    }
}
