package io.hushgate.cli.policy.conftest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table with a row each result; nothing when there are no results. */
final class TableOutput {
    private static final List<String> HEADER = List.of("RESULT", "FILE", "NAMESPACE", "MESSAGE");

    private TableOutput() {}

    static String render(List<CheckResult> results) {
        List<List<String>> rows = new ArrayList<>();
        for (CheckResult result : results) {
            rows("success", result, Collections.nCopies(result.successes(), "SUCCESS"), rows);
            rows("exception", result, messages(result.exceptions()), rows);
            rows("skipped", result, messages(result.skipped()), rows);
            rows("warning", result, messages(result.warnings()), rows);
            rows("failure", result, messages(result.failures()), rows);
        }
        return rows.isEmpty() ? "" : table(rows);
    }

    private static void rows(
            String kind, CheckResult result, List<String> messages, List<List<String>> rows) {
        for (String message : messages) {
            String line = message.strip().replaceAll("\\s*+\\R\\s*+", " ");
            rows.add(List.of(kind, result.file(), result.namespace(), line));
        }
    }

    private static List<String> messages(List<Judgement> judgements) {
        return judgements.stream().map(Judgement::message).toList();
    }

    private static String table(List<List<String>> rows) {
        int[] widths = new int[HEADER.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = HEADER.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        rule("┌┬┐", widths, text);
        row(HEADER, widths, text);
        rule("├┼┤", widths, text);
        rows.forEach(row -> row(row, widths, text));
        rule("└┴┘", widths, text);
        return text.toString();
    }

    private static void rule(String corners, int[] widths, StringBuilder text) {
        for (int i = 0; i < widths.length; i++) {
            text.append(corners.charAt(i == 0 ? 0 : 1)).append("─".repeat(widths[i] + 2));
        }
        text.append(corners.charAt(2)).append('\n');
    }

    private static void row(List<String> cells, int[] widths, StringBuilder text) {
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            text.append("│ ").append(cell).append(" ".repeat(widths[i] - cell.length() + 1));
        }
        text.append("│\n");
    }
}
