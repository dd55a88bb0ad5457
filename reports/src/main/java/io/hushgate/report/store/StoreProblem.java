package io.hushgate.report.store;

/** A store that cannot be used. The message is one line for the user: place, what, remedy. */
public final class StoreProblem extends RuntimeException {
    /** With the whole message. */
    public StoreProblem(String message) {
        super(message);
    }

    /** With the whole message and what led to it. */
    public StoreProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
