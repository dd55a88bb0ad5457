package io.hushgate.run;

/**
 * Something that keeps a run from starting and that the user can mend. The message is one line:
 * place, what, remedy.
 */
public final class RunProblem extends RuntimeException {
    /** With the whole message. */
    public RunProblem(String message) {
        super(message);
    }

    /** With the whole message and what led to it. */
    public RunProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
