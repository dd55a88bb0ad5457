package io.hushgate.estate.helm.template;

/** What is left of the limits while a chart is rendered. Not thread-safe. */
public final class Budget {
    private static final int CHARS_A_STEP = 16;

    private final RenderLimits limits;
    private long steps;
    private int depth;

    public Budget(RenderLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes steps.
     *
     * @throws TemplateProblem when none are left
     */
    public void step(long count) {
        steps += count;
        if (steps > limits.maxSteps()) {
            throw TemplateProblem.limit(
                    "the chart takes more than " + limits.maxSteps() + " steps");
        }
    }

    /**
     * Pays for a text before it is made.
     *
     * @throws TemplateProblem if it would be too long
     */
    public void text(long length) {
        append(0, length);
    }

    /** Pays for the characters that a text grows by. */
    void append(long before, long more) {
        if (before + more > limits.maxOutput()) {
            throw TemplateProblem.limit(
                    "a text gets longer than " + limits.maxOutput() + " characters");
        }
        step(more / CHARS_A_STEP);
    }

    /** Enters something nested; {@link #leave} has to follow. */
    public void enter() {
        if (depth == limits.maxDepth()) {
            throw TemplateProblem.limit("nested deeper than " + limits.maxDepth());
        }
        depth++;
        step(1);
    }

    public void leave() {
        depth--;
    }
}
