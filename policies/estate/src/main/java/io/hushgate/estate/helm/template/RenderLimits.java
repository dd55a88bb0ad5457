package io.hushgate.estate.helm.template;

/**
 * How much work a chart may make.
 *
 * @param maxSteps evaluated nodes, copied characters (by the sixteen) and visited values, of all
 *     templates of a chart; the largest public charts take 3 million
 * @param maxOutput characters of one text; the largest rendered manifests, bundles of custom
 *     resource definitions, have 3 million
 * @param maxDepth nested templates, branches and parentheses; charts reach 40, and each costs at
 *     most 1 KB of stack
 */
public record RenderLimits(long maxSteps, int maxOutput, int maxDepth) {
    public static final RenderLimits DEFAULT = new RenderLimits(20_000_000, 8 << 20, 160);

    public RenderLimits {
        if (maxSteps < 1 || maxOutput < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("a limit below 1 renders nothing");
        }
    }
}
