package io.hushgate.baseline;

/** A baseline that cannot be used. The message is one line: place, what, remedy. */
public final class BaselineProblem extends RuntimeException {
    BaselineProblem(String message) {
        super(message);
    }

    BaselineProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
