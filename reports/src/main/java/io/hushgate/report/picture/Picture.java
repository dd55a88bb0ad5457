package io.hushgate.report.picture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph to be drawn.
 *
 * @param title what it shows, for readers who cannot see it
 * @param boxes in the order in which equals are drawn
 * @param arrows between boxes that are there
 */
public record Picture(String title, List<Box> boxes, List<Arrow> arrows) {

    /**
     * A thing.
     *
     * @param id unique within the picture
     * @param heading what it is, in small letters above
     * @param text its name
     * @param emphasis what it is drawn like
     */
    public record Box(String id, String heading, String text, Emphasis emphasis) {}

    /** How much a box matters. */
    public enum Emphasis {
        /** Where ways begin. */
        START,
        /** On the way. */
        PLAIN,
        /** Where ways lead. */
        GOAL,
        /** Where ways lead that should not. */
        ALARM
    }

    /**
     * A step from one box to another.
     *
     * @param text a few words
     * @param explanation as long as it needs to be; shown when pointed at
     * @param certain a guess is drawn dashed
     */
    public record Arrow(String from, String to, String text, String explanation, boolean certain) {}

    public Picture {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        Set<String> ids = new HashSet<>();
        for (Box box : boxes) {
            if (!ids.add(box.id())) {
                throw new IllegalArgumentException("two boxes " + box.id());
            }
        }
        for (Arrow arrow : arrows) {
            if (!ids.contains(arrow.from()) || !ids.contains(arrow.to())) {
                throw new IllegalArgumentException(
                        "arrow %s to %s has no box".formatted(arrow.from(), arrow.to()));
            }
        }
    }
}
