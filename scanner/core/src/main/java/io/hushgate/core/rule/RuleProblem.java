package io.hushgate.core.rule;

import io.hushgate.core.RuleId;

/** A rule that cannot be used; whoever read it knows in which file and line it stands. */
public final class RuleProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient RuleId rule;

    /**
     * Describes the problem.
     *
     * @param what what is wrong and what would be right, one sentence without a full stop
     */
    public RuleProblem(RuleId rule, String what) {
        super("rule " + rule + ": " + what);
        this.rule = rule;
    }

    /** The rule that it is about. */
    public RuleId rule() {
        return rule;
    }
}
