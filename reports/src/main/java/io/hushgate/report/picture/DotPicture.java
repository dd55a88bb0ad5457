package io.hushgate.report.picture;

import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;

/**
 * Renders a picture in the DOT language, for those who have Graphviz.
 *
 * <p>Source: graphviz.org/doc/info/lang.html.
 */
public final class DotPicture {
    private DotPicture() {}

    /** The picture as one directed graph, with a line end. */
    public static String render(Picture picture) {
        StringBuilder dot = new StringBuilder();
        dot.append("digraph access {\n");
        dot.append("  label=%s\n  rankdir=LR\n".formatted(quoted(picture.title())));
        dot.append("  node [shape=box, style=\"rounded,filled\", fillcolor=white]\n");
        for (Box box : picture.boxes()) {
            String colour =
                    switch (box.emphasis()) {
                        case START -> "lightblue";
                        case PLAIN -> "white";
                        case GOAL -> "lightyellow";
                        case ALARM -> "mistyrose";
                    };
            dot.append(
                    "  %s [label=%s, fillcolor=%s]\n"
                            .formatted(
                                    quoted(box.id()),
                                    quoted(box.heading() + "\n" + box.text()),
                                    colour));
        }
        for (Arrow arrow : picture.arrows()) {
            dot.append(
                    "  %s -> %s [label=%s, tooltip=%s%s]\n"
                            .formatted(
                                    quoted(arrow.from()),
                                    quoted(arrow.to()),
                                    quoted(arrow.text()),
                                    quoted(arrow.explanation()),
                                    arrow.certain() ? "" : ", style=dashed"));
        }
        return dot.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
