package io.hushgate.rego.test;

import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Coverage.FileReport;
import io.hushgate.rego.watch.Coverage.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which lines of which files the tests have reached, as numbers, JSON and table. */
public record CoverageReport(Map<String, FileReport> files) {
    public CoverageReport {
        files = new TreeMap<>(files);
    }

    public int coveredLines() {
        return files.values().stream().mapToInt(FileReport::coveredLines).sum();
    }

    public int notCoveredLines() {
        return files.values().stream().mapToInt(FileReport::notCoveredLines).sum();
    }

    /** Over all files, from 0 to 100; 0 if there is nothing to cover. */
    public double percent() {
        return percent(coveredLines(), notCoveredLines());
    }

    private static double percent(int covered, int notCovered) {
        int all = covered + notCovered;
        return all == 0 ? 0 : 100.0 * covered / all;
    }

    /** The JSON that {@code opa test --coverage} prints. */
    public String toJson() {
        return JsonWriter.PRETTY.write(json()) + "\n";
    }

    /** The same as a document. */
    public RegoObject json() {
        RegoObject.Builder byFile = RegoObject.builder();
        files.forEach((name, file) -> byFile.put(name, json(file)));
        RegoObject.Builder report = RegoObject.builder();
        report.put("files", byFile.build());
        report.put("covered_lines", RegoNumber.of(coveredLines()));
        report.put("not_covered_lines", RegoNumber.of(notCoveredLines()));
        report.put("coverage", number(percent()));
        return report.build();
    }

    /** As in OPA, what is empty or zero is left out. */
    private static Value json(FileReport file) {
        RegoObject.Builder object = RegoObject.builder();
        if (file.coveredLines() > 0) {
            object.put("covered", ranges(file.covered()));
            object.put("covered_lines", RegoNumber.of(file.coveredLines()));
            object.put("coverage", number(percent(file.coveredLines(), file.notCoveredLines())));
        }
        if (file.notCoveredLines() > 0) {
            object.put("not_covered", ranges(file.notCovered()));
            object.put("not_covered_lines", RegoNumber.of(file.notCoveredLines()));
        }
        return object.build();
    }

    private static Value ranges(List<Range> ranges) {
        RegoArray.Builder array = RegoArray.builder();
        for (Range range : ranges) {
            RegoObject.Builder object = RegoObject.builder();
            object.put("start", row(range.start()));
            object.put("end", row(range.end()));
            array.add(object.build());
        }
        return array.build();
    }

    private static Value row(int row) {
        return RegoObject.builder().put("row", RegoNumber.of(row)).build();
    }

    private static Value number(double value) {
        return RegoNumber.of(BigDecimal.valueOf(value).stripTrailingZeros());
    }

    /** One line a file: covered and all lines, the percentage, and what was not reached. */
    public String toTable() {
        int width =
                files.keySet().stream()
                        .mapToInt(String::length)
                        .reduce("total".length(), Math::max);
        List<String> lines = new ArrayList<>();
        files.forEach((name, file) ->
                lines.add(
                        line(
                                width,
                                name,
                                file.coveredLines(),
                                file.notCoveredLines(),
                                text(file.notCovered()))));
        lines.add(line(width, "total", coveredLines(), notCoveredLines(), ""));
        return String.join("\n", lines) + "\n";
    }

    private static String line(
            int width, String name, int covered, int notCovered, String missing) {
        String padded = name + " ".repeat(width - name.length());
        return "%s  %5d / %-5d  %5.1f %%  %s"
                .formatted(
                        padded,
                        covered,
                        covered + notCovered,
                        percent(covered, notCovered),
                        missing)
                .stripTrailing();
    }

    /** {@code 3, 7-9}. */
    private static String text(List<Range> ranges) {
        return ranges.stream()
                .map(r -> r.start() == r.end() ? "" + r.start() : r.start() + "-" + r.end())
                .collect(Collectors.joining(", "));
    }
}
