package io.hushgate.estate.chart;

import io.hushgate.estate.fact.ChartFact.TemplateUse;
import io.hushgate.estate.helm.Manifest;
import io.hushgate.estate.helm.datum.Leaf;
import io.hushgate.estate.helm.template.Segment;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.tree.Source;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values that are called secret and that, followed from the values file through the
 * templates, land in something else than a Secret.
 */
public final class ValueSinks {
    private static final Pattern KIND = Pattern.compile("(?m)^kind:[ \\t]*[\"']?([A-Za-z]+)");
    private static final Pattern DIVIDER = Pattern.compile("(?m)^---");

    /** Names of objects, whatever their keys are called. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?");

    private ValueSinks() {}

    /** Adds the uses. */
    public static void read(Manifest manifest, Source source, Collector into) {
        String text = manifest.rendered().text();
        List<Segment> segments = manifest.rendered().segments();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            int end = i + 1 < segments.size() ? segments.get(i + 1).start() : text.length();
            for (Leaf leaf : segment.leaves()) {
                String last = leaf.key().substring(leaf.key().lastIndexOf('.') + 1);
                String piece = text.substring(segment.start(), end);
                if (Naming.isSecret(last) && leaf.standsIn(piece) && !isName(piece)) {
                    String kind = kindAt(text, segment.start());
                    if (!kind.isEmpty() && !kind.endsWith("Secret")) {
                        into.add(
                                new TemplateUse(
                                        "sink",
                                        leaf.key(),
                                        kind,
                                        into.at(source.placeAt(segment.start()))));
                    }
                }
            }
        }
    }

    private static boolean isName(String piece) {
        return NAME.matcher(piece.strip()).matches();
    }

    /** The kind of the object that a character belongs to. */
    private static String kindAt(String text, int offset) {
        int start = Math.max(0, text.lastIndexOf("\n---", offset));
        Matcher divider = DIVIDER.matcher(text);
        int end = divider.find(offset) ? divider.start() : text.length();
        Matcher kind = KIND.matcher(text).region(start, Math.max(start, end));
        return kind.find() ? kind.group(1) : "";
    }
}
