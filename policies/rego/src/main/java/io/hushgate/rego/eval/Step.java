package io.hushgate.rego.eval;

/** A part of a body together with everything that follows it. */
public abstract class Step {
    /**
     * Runs this step and, once for each way in which it holds, what follows.
     *
     * @return true when the search is over: whoever follows has seen enough, and every scan on the
     *     way back must stop
     */
    public abstract boolean run(Scope scope, Frame frame);
}
