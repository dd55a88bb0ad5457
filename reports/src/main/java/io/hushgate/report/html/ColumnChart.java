package io.hushgate.report.html;

import io.hushgate.report.Amount;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stacked columns as an inline SVG that takes its colours from the page's style sheet, by the names
 * of its segments. The axis ends at a round number; the first and last columns are labelled, and
 * each tells its numbers when it is pointed at.
 */
final class ColumnChart {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 180;
    private static final int LEFT = 44;
    private static final int TOP = 12;
    private static final int BOTTOM = 24;
    private static final int WIDEST = 36;
    private static final int LINES = 4;

    private ColumnChart() {}

    /** One point of time. */
    record Column(String label, List<Segment> segments) {
        int total() {
            return segments.stream().mapToInt(Segment::value).sum();
        }
    }

    /**
     * A part of a column.
     *
     * @param name lower case letters: class of its style, and word for its reader
     */
    record Segment(String name, int value) {}

    static Html of(String title, List<Column> columns) {
        int most = columns.stream().mapToInt(Column::total).max().orElse(0);
        int top = roundedUp(most);
        StringBuilder svg = new StringBuilder();
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 %s %s\">"
                                .formatted(WIDTH, HEIGHT))
                .append("<title>%s</title>\n".formatted(Html.text(title).markup()));
        axis(top, svg);
        double room = (double) (WIDTH - LEFT) / columns.size();
        double width = Math.min(WIDEST, room * 0.7);
        for (int i = 0; i < columns.size(); i++) {
            column(columns.get(i), LEFT + room * (i + 0.5) - width / 2, width, top, svg);
        }
        label(columns.getFirst().label(), LEFT, "start", svg);
        label(columns.getLast().label(), WIDTH, "end", svg);
        return new Html(svg.append("</svg>\n").toString());
    }

    private static void axis(int top, StringBuilder svg) {
        for (int line = 0; line <= LINES; line++) {
            double y = y((double) top * line / LINES, top);
            svg.append(
                    "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                            .formatted(LEFT, WIDTH, short1(y), short1(y)));
            svg.append(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>\n"
                            .formatted(
                                    LEFT - 8, short1(y + 4), Amount.of((long) top * line / LINES)));
        }
    }

    private static void column(Column column, double x, double width, int top, StringBuilder svg) {
        String numbers =
                column.segments().stream()
                        .filter(segment -> segment.value() > 0)
                        .map(segment -> segment.value() + " " + segment.name())
                        .collect(Collectors.joining(", "));
        svg.append(
                "<g><title>%s: %s</title>"
                        .formatted(
                                Html.text(column.label()).markup(),
                                numbers.isEmpty() ? "0" : numbers));
        double from = 0;
        for (Segment segment : column.segments().reversed()) {
            double to = from + segment.value();
            if (segment.value() > 0) {
                svg.append(
                        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                                .formatted(
                                        segment.name(),
                                        short1(x),
                                        short1(y(to, top)),
                                        short1(width),
                                        short1(y(from, top) - y(to, top))));
            }
            from = to;
        }
        svg.append("</g>\n");
    }

    private static void label(String text, int x, String anchor, StringBuilder svg) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(x, HEIGHT - 4, anchor, Html.text(text).markup()));
    }

    private static double y(double value, int top) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
    }

    /** The next of 4, 8, 20, 40, 80, 200, ... that four lines divide. */
    private static int roundedUp(int most) {
        for (long power = 1; ; power *= 10) {
            for (int step : new int[] {4, 8, 20}) {
                if (step * power >= most) {
                    return (int) Math.min(Integer.MAX_VALUE, step * power);
                }
            }
        }
    }

    /** With one decimal, and a point in every country. */
    private static String short1(double number) {
        return Double.toString(Math.round(number * 10) / 10.0);
    }
}
