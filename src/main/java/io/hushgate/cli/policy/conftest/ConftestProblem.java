package io.hushgate.cli.policy.conftest;

/**
 * Policies or options that conftest's conventions do not allow. The message names place and remedy.
 */
public final class ConftestProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says what is wrong.
     *
     * @param what place, what, and what would be right, in one sentence without a full stop
     */
    public ConftestProblem(String what) {
        super(what);
    }
}
