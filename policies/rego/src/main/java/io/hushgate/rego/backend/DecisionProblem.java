package io.hushgate.rego.backend;

/**
 * A question without an answer, which is not the same as an undefined document. The message says
 * where, what happened and what to do, and never holds the input or a token.
 */
public final class DecisionProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Names the place and what is wrong there.
     *
     * @param place a document, a file or an address
     * @param what what is wrong and what would help, one sentence without a full stop
     */
    public DecisionProblem(String place, String what) {
        super(place + ": " + what);
    }

    /** The same, with what the problem was found by. */
    public DecisionProblem(String place, String what, Throwable cause) {
        super(place + ": " + what, cause);
    }
}
