package io.hushgate.rego.eval;

/**
 * A step that hands over to the next one. Lowering sets the next step once, before anything runs.
 */
public abstract class Link extends Step {
    private Step next = End.INSTANCE;

    public final void follow(Step step) {
        next = step;
    }

    protected final Step next() {
        return next;
    }

    /** The end of a chain nobody listens to. */
    private static final class End extends Step {
        static final End INSTANCE = new End();

        @Override
        public boolean run(Scope scope, Frame frame) {
            return false;
        }
    }
}
