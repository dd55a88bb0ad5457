package io.hushgate.rules;

/** A rule file that cannot be used. The message names file, line, what is wrong and the remedy. */
public final class RuleFileProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Describes the problem.
     *
     * @param file the file as the user named it
     * @param line from 1; 0 when the file as a whole is meant
     * @param what what is wrong and what would be right, one sentence without a full stop
     */
    public RuleFileProblem(String file, int line, String what) {
        super(line == 0 ? file + ": " + what : "%s:%d: %s".formatted(file, line, what));
    }
}
