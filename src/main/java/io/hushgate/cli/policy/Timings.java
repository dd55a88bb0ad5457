package io.hushgate.cli.policy;

import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each evaluation of a run took, and what that comes to, under opa's names. */
final class Timings {
    private static final String METRIC = "histogram_timer_rego_query_eval_ns_";

    /** Nanoseconds, ascending, at least one. */
    private final long[] sorted;

    private Timings(long[] sorted) {
        this.sorted = sorted;
    }

    /** Takes the samples, in nanoseconds, in any order. */
    static Timings of(long... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("no samples");
        }
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        return new Timings(sorted);
    }

    /** {@code {"N": evaluations, "T": nanoseconds, "Extra": {metric: number}}}. */
    RegoObject toJson() {
        RegoObject.Builder extra = RegoObject.builder();
        metrics().forEach((name, value) -> extra.put(name, RegoNumber.of(rounded(value))));
        return RegoObject.builder()
                .put("N", RegoNumber.of(sorted.length))
                .put("T", RegoNumber.of(total()))
                .put("Extra", extra.build())
                .build();
    }

    /** The same in two columns. */
    String toTable() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("samples", Integer.toString(sorted.length));
        rows.put("ns/op", rounded((double) total() / sorted.length).toPlainString());
        metrics().forEach((name, value) -> rows.put(name, rounded(value).toPlainString()));
        int left = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        int right = rows.values().stream().mapToInt(String::length).max().orElse(0);
        String rule = "+" + "-".repeat(left + 2) + "+" + "-".repeat(right + 2) + "+";
        StringBuilder table = new StringBuilder(rule).append('\n');
        rows.forEach((name, value) ->
                table.append("| ")
                        .append(name)
                        .append(" ".repeat(left - name.length()))
                        .append(" | ")
                        .append(" ".repeat(right - value.length()))
                        .append(value)
                        .append(" |\n"));
        return table.append(rule).toString();
    }

    private Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String percent : new String[] {"75", "90", "95", "99", "99.9", "99.99"}) {
            metrics.put(METRIC + percent + "%", percentile(Double.parseDouble(percent)));
        }
        metrics.put(METRIC + "count", (double) sorted.length);
        metrics.put(METRIC + "max", (double) sorted[sorted.length - 1]);
        metrics.put(METRIC + "mean", (double) total() / sorted.length);
        metrics.put(METRIC + "median", percentile(50));
        metrics.put(METRIC + "min", (double) sorted[0]);
        metrics.put(METRIC + "stddev", deviation());
        return metrics;
    }

    /** Between the two nearest samples, by distance. */
    private double percentile(double percent) {
        double position = percent / 100 * (sorted.length + 1);
        if (position < 1) {
            return sorted[0];
        }
        if (position >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        long below = sorted[(int) position - 1];
        long above = sorted[(int) position];
        return below + (position - Math.floor(position)) * (above - below);
    }

    private double deviation() {
        double mean = (double) total() / sorted.length;
        return Math.sqrt(
                Arrays.stream(sorted).mapToDouble(t -> (t - mean) * (t - mean)).sum()
                        / sorted.length);
    }

    private long total() {
        return Arrays.stream(sorted).sum();
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(Math.round(value));
    }
}
