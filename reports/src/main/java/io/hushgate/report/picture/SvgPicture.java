package io.hushgate.report.picture;

import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders a picture as SVG 1.1 that stands alone or inside an HTML page, in light and in dark: boxes
 * in columns from left to right, arrows between them. No script, no external resource.
 */
public final class SvgPicture {
    private static final int MARGIN = 16;
    private static final int ROW = 62;
    private static final int HEIGHT = 42;
    private static final int GAP = 130;
    private static final int PADDING = 10;
    private static final double LETTER = 7.0;
    private static final int MOST_LETTERS = 44;

    private static final String STYLE =
            """
            <style>
            .hg{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:12px}
            .hg rect{fill:#fff;stroke:#57606a}
            .hg .start rect{fill:#ddf4ff;stroke:#0969da}
            .hg .goal rect{fill:#fff8c5;stroke:#9a6700}
            .hg .alarm rect{fill:#ffebe9;stroke:#cf222e}
            .hg text{fill:#1f2328}
            .hg .small{font-size:10px;fill:#57606a}
            .hg path{fill:none;stroke:#8c959f}
            .hg .guess{stroke-dasharray:4 3}
            .hg marker path{fill:#8c959f;stroke:none}
            @media (prefers-color-scheme:dark){
            .hg rect{fill:#161b22;stroke:#8b949e}
            .hg .start rect{fill:#0c2d6b;stroke:#58a6ff}
            .hg .goal rect{fill:#3b2300;stroke:#d29922}
            .hg .alarm rect{fill:#490202;stroke:#f85149}
            .hg text{fill:#e6edf3}
            .hg .small{fill:#8b949e}
            }
            </style>
            """;

    private SvgPicture() {}

    /** The picture as one {@code svg} element, with a line end. */
    public static String render(Picture picture) {
        List<int[]> columns = Layers.of(picture);
        Map<String, Placed> placed = place(picture, columns);
        int width =
                placed.values().stream().mapToInt(one -> one.x + one.width).max().orElse(0) + MARGIN;
        int height =
                placed.values().stream().mapToInt(one -> one.y + HEIGHT).max().orElse(0) + MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hg\" role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                        .formatted(width, height, width, height));
        svg.append("<title>").append(escaped(picture.title())).append("</title>\n").append(STYLE);
        svg.append(
                """
                <defs><marker id="hg-head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
                """);
        for (Arrow arrow : picture.arrows()) {
            arrow(arrow, placed, svg);
        }
        for (Box box : picture.boxes()) {
            box(box, placed, svg);
        }
        return svg.append("</svg>\n").toString();
    }

    /** Where a box is drawn, in pixels. */
    private record Placed(int x, int y, int width) {
        int right() {
            return x + width;
        }

        int middle() {
            return y + HEIGHT / 2;
        }
    }

    private static Map<String, Placed> place(Picture picture, List<int[]> columns) {
        int tallest = columns.stream().mapToInt(boxes -> boxes.length).max().orElse(0);
        Map<String, Placed> placed = new HashMap<>();
        int x = MARGIN;
        for (int[] boxes : columns) {
            int widest = 0;
            double row = Math.max(ROW, (double) ROW * tallest / Math.max(1, boxes.length) / 2);
            double top = MARGIN + (tallest * ROW - boxes.length * row) / 2;
            for (int i = 0; i < boxes.length; i++) {
                Box box = picture.boxes().get(boxes[i]);
                int width = width(box);
                widest = Math.max(widest, width);
                placed.put(box.id(), new Placed(x, (int) Math.round(top + i * row), width));
            }
            x += widest + GAP;
        }
        return placed;
    }

    private static int width(Box box) {
        double text = shortened(box.text()).length() * LETTER;
        double heading = box.heading().length() * LETTER * 10 / 12;
        return (int) Math.ceil(Math.max(text, heading)) + 2 * PADDING;
    }

    private static void box(Box box, Map<String, Placed> placed, StringBuilder svg) {
        Placed at = placed.getOrDefault(box.id(), new Placed(0, 0, 0));
        svg.append("<g class=\"%s\">".formatted(box.emphasis().name().toLowerCase(Locale.ROOT)))
                .append("<title>%s %s</title>".formatted(escaped(box.heading()), escaped(box.text())))
                .append(
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>"
                                .formatted(at.x, at.y, at.width, HEIGHT))
                .append(
                        "<text class=\"small\" x=\"%d\" y=\"%d\">%s</text>"
                                .formatted(at.x + PADDING, at.y + 16, escaped(box.heading())))
                .append(
                        "<text x=\"%d\" y=\"%d\">%s</text></g>\n"
                                .formatted(
                                        at.x + PADDING, at.y + 32, escaped(shortened(box.text()))));
    }

    /** A curve from the right side of one box to the left side of another, with its words upon it. */
    private static void arrow(Arrow arrow, Map<String, Placed> placed, StringBuilder svg) {
        Placed from = placed.getOrDefault(arrow.from(), new Placed(0, 0, 0));
        Placed to = placed.getOrDefault(arrow.to(), new Placed(0, 0, 0));
        int bend = Math.max(50, Math.abs(to.x - from.right()) / 2);
        svg.append("<g><title>%s</title>".formatted(escaped(arrow.explanation())))
                .append(
                        "<path%s marker-end=\"url(#hg-head)\" d=\"M%d %dC%d %d %d %d %d %d\"/>"
                                .formatted(
                                        arrow.certain() ? "" : " class=\"guess\"",
                                        from.right(),
                                        from.middle(),
                                        from.right() + bend,
                                        from.middle(),
                                        to.x - bend,
                                        to.middle(),
                                        to.x,
                                        to.middle()))
                .append(
                        "<text class=\"small\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text></g>\n"
                                .formatted(
                                        (from.right() + to.x) / 2,
                                        (from.middle() + to.middle()) / 2 - 4,
                                        escaped(arrow.text())));
    }

    /** Long names keep both their ends. */
    private static String shortened(String text) {
        if (text.length() <= MOST_LETTERS) {
            return text;
        }
        int half = (MOST_LETTERS - 1) / 2;
        return text.substring(0, half) + "…" + text.substring(text.length() - half);
    }

    /** Text for XML 1.0; what it cannot hold becomes U+FFFD. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
