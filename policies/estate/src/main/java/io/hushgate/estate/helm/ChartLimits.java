package io.hushgate.estate.helm;

/**
 * How much of a chart is loaded.
 *
 * @param maxFiles files of a chart with its subcharts; the largest seen have 1,500
 * @param maxFileBytes of one file; larger ones are data, not templates
 * @param maxBytes of all files
 * @param maxDepth subcharts within subcharts; umbrella charts reach 4
 */
public record ChartLimits(int maxFiles, int maxFileBytes, long maxBytes, int maxDepth) {
    public static final ChartLimits DEFAULT = new ChartLimits(10_000, 4 << 20, 64L << 20, 8);

    public ChartLimits {
        if (maxFiles < 1 || maxFileBytes < 1 || maxBytes < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("a limit below 1 loads nothing");
        }
    }
}
