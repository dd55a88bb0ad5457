package io.hushgate.report.picture;

import io.hushgate.report.VisibleText;
import io.hushgate.report.picture.Layers.Slot;
import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders a picture as SVG 1.1 that stands alone or inside an HTML page, in light and in dark:
 * boxes in columns from left to right, arrows between them. No script, no external resource.
 */
public final class SvgPicture {
    private static final int MARGIN = 16;
    private static final int HEIGHT = 42;
    private static final int GAP_HEIGHT = 4;
    private static final int BETWEEN = 18;
    private static final int GAP = 130;
    private static final int PADDING = 10;
    private static final double LETTER = 7.3;
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
            .hg .word{paint-order:stroke;stroke:#fff;stroke-width:3px}
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
            .hg .word{stroke:#0d1117}
            }
            </style>
            """;

    private SvgPicture() {}

    /** The picture as one {@code svg} element that brings its styles, with a line end. */
    public static String render(Picture picture) {
        return render(picture, STYLE, false);
    }

    /**
     * The picture as one {@code svg} element for a page that has styles for the class {@code hg},
     * since a strict content security policy refuses others. Boxes tell their index ({@code
     * data-box}) and arrows the boxes that they join ({@code data-from}, {@code data-to}).
     */
    public static String embedded(Picture picture) {
        return render(picture, "", true);
    }

    private static String render(Picture picture, String style, boolean indexed) {
        Layers layers = Layers.of(picture);
        Map<Integer, Placed> placed = place(picture, layers);
        Map<String, Integer> index = new HashMap<>();
        picture.boxes().forEach(box -> index.put(box.id(), index.size()));
        int width = placed.values().stream().mapToInt(Placed::right).max().orElse(0) + MARGIN;
        int height =
                placed.values().stream().mapToInt(one -> one.y + one.height).max().orElse(0)
                        + MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hg\" role=\"img\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n"
                        .formatted(width, height, width, height));
        svg.append("<title>").append(escaped(picture.title())).append("</title>\n").append(style);
        svg.append(
                """
                <defs><marker id="hg-head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
                """);
        for (int i = 0; i < picture.arrows().size(); i++) {
            List<Placed> route =
                    layers.routes().get(i).stream()
                            .map(slot -> placed.getOrDefault(slot.id(), Placed.NOWHERE))
                            .toList();
            Arrow arrow = picture.arrows().get(i);
            svg.append(
                    indexed
                            ? "<g data-from=\"%s\" data-to=\"%s\">"
                                    .formatted(
                                            index.getOrDefault(arrow.from(), 0),
                                            index.getOrDefault(arrow.to(), 0))
                            : "<g>");
            arrow(arrow, route, svg);
        }
        for (List<Slot> column : layers.columns()) {
            for (Slot slot : column) {
                if (!slot.isGap()) {
                    Placed at = placed.getOrDefault(slot.id(), Placed.NOWHERE);
                    Box box = picture.boxes().get(slot.box());
                    svg.append("<g class=\"%s\"".formatted(emphasis(box)))
                            .append(indexed ? " data-box=\"%s\">".formatted(slot.box()) : ">");
                    box(box, at, svg);
                }
            }
        }
        return svg.append("</svg>\n").toString();
    }

    /** Where a box or gap is, in pixels. */
    private record Placed(int x, int y, int width, int height) {
        static final Placed NOWHERE = new Placed(0, 0, 0, 0);

        int right() {
            return x + width;
        }

        int middle() {
            return y + height / 2;
        }
    }

    /** Columns are centred on one line. */
    private static Map<Integer, Placed> place(Picture picture, Layers layers) {
        int tallest = layers.columns().stream().mapToInt(SvgPicture::height).max().orElse(0);
        Map<Integer, Placed> placed = new HashMap<>();
        int x = MARGIN;
        for (List<Slot> column : layers.columns()) {
            int widest =
                    column.stream()
                            .filter(slot -> !slot.isGap())
                            .mapToInt(slot -> width(picture.boxes().get(slot.box())))
                            .max()
                            .orElse(0);
            int y = MARGIN + (tallest - height(column)) / 2;
            for (Slot slot : column) {
                int width = slot.isGap() ? widest : width(picture.boxes().get(slot.box()));
                placed.put(slot.id(), new Placed(x, y, width, slot.isGap() ? GAP_HEIGHT : HEIGHT));
                y += (slot.isGap() ? GAP_HEIGHT : HEIGHT) + BETWEEN;
            }
            x += widest + GAP;
        }
        return placed;
    }

    private static int height(List<Slot> column) {
        return column.stream()
                .mapToInt(slot -> (slot.isGap() ? GAP_HEIGHT : HEIGHT) + BETWEEN)
                .sum();
    }

    private static int width(Box box) {
        double text = shortened(box.text()).length() * LETTER;
        double heading = box.heading().length() * LETTER * 10 / 12;
        return (int) Math.ceil(Math.max(text, heading)) + 2 * PADDING;
    }

    private static String emphasis(Box box) {
        return box.emphasis().name().toLowerCase(Locale.ROOT);
    }

    private static void box(Box box, Placed at, StringBuilder svg) {
        svg.append("<title>%s %s</title>".formatted(escaped(box.heading()), escaped(box.text())))
                .append(
                        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"5\"/>"
                                .formatted(at.x, at.y, at.width, HEIGHT))
                .append(
                        "<text class=\"small\" x=\"%s\" y=\"%s\">%s</text>"
                                .formatted(at.x + PADDING, at.y + 16, escaped(box.heading())))
                .append(
                        "<text x=\"%s\" y=\"%s\">%s</text></g>\n"
                                .formatted(
                                        at.x + PADDING, at.y + 32, escaped(shortened(box.text()))));
    }

    /**
     * A curve from box to box, straight through the gaps between, with its words where it begins.
     * An arrow that is taken backwards leaves on the left.
     */
    private static void arrow(Arrow arrow, List<Placed> route, StringBuilder svg) {
        Placed first = route.getFirst();
        Placed second = route.get(1);
        boolean backwards = second.x < first.x;
        StringBuilder path = new StringBuilder();
        path.append("M%s %s".formatted(backwards ? first.x : first.right(), first.middle()));
        for (int i = 1; i < route.size(); i++) {
            Placed from = route.get(i - 1);
            Placed to = route.get(i);
            int begin = backwards ? from.x : from.right();
            int end = backwards ? to.right() : to.x;
            int half = (begin + end) / 2;
            path.append(
                    "C%s %s %s %s %s %s"
                            .formatted(half, from.middle(), half, to.middle(), end, to.middle()));
            if (i < route.size() - 1) {
                path.append("H%s".formatted(backwards ? to.x : to.right()));
            }
        }
        int from = backwards ? first.x : first.right();
        int to = backwards ? second.right() : second.x;
        svg.append("<title>%s</title>".formatted(escaped(arrow.explanation())))
                .append(
                        "<path%s marker-end=\"url(#hg-head)\" d=\"%s\"/>"
                                .formatted(arrow.certain() ? "" : " class=\"guess\"", path))
                .append(
                        "<text class=\"small word\" text-anchor=\"middle\" x=\"%s\" y=\"%s\">%s</text></g>\n"
                                .formatted(
                                        (from + to) / 2,
                                        (first.middle() + second.middle()) / 2 - 4,
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

    /** Visible text for XML 1.0; what it cannot hold becomes U+FFFD. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        VisibleText.visible(text)
                .codePoints()
                .forEach(c -> {
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
