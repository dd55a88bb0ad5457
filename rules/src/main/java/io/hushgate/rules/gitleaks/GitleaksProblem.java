package io.hushgate.rules.gitleaks;

/**
 * A configuration or other file of gitleaks that cannot be used; one line with place and remedy.
 */
public final class GitleaksProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Describes the problem.
     *
     * @param file as the user named it
     * @param what what is wrong and what would be right, one sentence without a full stop
     */
    public GitleaksProblem(String file, String what) {
        super(file + ": " + what);
    }
}
