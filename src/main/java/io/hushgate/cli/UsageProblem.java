package io.hushgate.cli;

/** Options that do not go together or values that make no sense: one line, exit code 2. */
public final class UsageProblem extends RuntimeException {
    /** With the whole message: what, and what would be right. */
    public UsageProblem(String message) {
        super(message);
    }
}
