package io.hushgate.cli.policy;

import java.util.ArrayList;
import java.util.List;

/** A table drawn with {@code + - |}; headings stand in the middle, cells at the left. */
final class TextTable {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> headings) {
        this.headings = List.copyOf(headings);
    }

    /** Adds a row with as many cells as there are headings. */
    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Ends with a line break. */
    @Override
    public String toString() {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(headings.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        rule(widths, text);
        for (int i = 0; i < widths.length; i++) {
            int blank = widths[i] - width(headings.get(i));
            int left = blank / 2;
            text.append("| ")
                    .append(" ".repeat(left))
                    .append(headings.get(i))
                    .append(" ".repeat(blank - left + 1));
        }
        text.append("|\n");
        rule(widths, text);
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                text.append("| ")
                        .append(row.get(i))
                        .append(" ".repeat(widths[i] - width(row.get(i)) + 1));
            }
            text.append("|\n");
        }
        rule(widths, text);
        return text.toString();
    }

    private static void rule(int[] widths, StringBuilder text) {
        for (int width : widths) {
            text.append('+').append("-".repeat(width + 2));
        }
        text.append("+\n");
    }

    /** Columns of a terminal: ideographs and their like take two. */
    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
