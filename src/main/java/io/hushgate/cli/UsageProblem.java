package io.hushgate.cli;

/** Options that do not go together or values that make no sense: one line, exit code 2. */
final class UsageProblem extends RuntimeException {
    UsageProblem(String message) {
        super(message);
    }
}
