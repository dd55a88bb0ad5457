package io.hushgate.cli.gitleaks;

/** A flag or file of a command of gitleaks' that cannot be used; one line with the remedy. */
public final class LeakProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeakProblem(String message) {
        super(message);
    }
}
