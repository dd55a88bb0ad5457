package io.hushgate.report.picture;

import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import io.hushgate.report.picture.Picture.Emphasis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pictures of several targets, hung side by side as one: what is called the same in two targets is
 * two things. Where there is no room for all, whole pictures are left out, those with the fewest
 * alarms first, and the title says so.
 */
public final class Gallery {
    /** More boxes than a page that also tells other things has room for. */
    private static final int MOST_BOXES = 120;

    private static final Comparator<Map.Entry<String, Picture>> MOST_ALARMING =
            Comparator.comparingLong((Map.Entry<String, Picture> each) -> -alarms(each.getValue()))
                    .thenComparing(Map.Entry.comparingByKey());

    private Gallery() {}

    /**
     * One picture of all.
     *
     * @param pictures by the names of their targets; a single one is shown as it is
     */
    public static Optional<Picture> of(Map<String, Picture> pictures) {
        if (pictures.size() < 2) {
            return pictures.values().stream().findFirst();
        }
        Map<String, Picture> shown = new TreeMap<>();
        int boxes = 0;
        for (var each : pictures.entrySet().stream().sorted(MOST_ALARMING).toList()) {
            int with = boxes + each.getValue().boxes().size();
            if (shown.isEmpty() || with <= MOST_BOXES) {
                shown.put(each.getKey(), each.getValue());
                boxes = with;
            }
        }
        return Optional.of(hung(shown, pictures.size()));
    }

    private static long alarms(Picture picture) {
        return picture.boxes().stream().filter(box -> box.emphasis() == Emphasis.ALARM).count();
    }

    private static Picture hung(Map<String, Picture> shown, int all) {
        List<Box> boxes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        shown.forEach((target, picture) -> {
            picture.boxes().forEach(box -> boxes.add(in(target, box)));
            picture.arrows().forEach(arrow -> arrows.add(in(target, arrow)));
        });
        String title = shown.values().iterator().next().title().replaceAll(" \\(.*", "");
        return new Picture(
                shown.size() == all
                        ? title
                        : "%s (%d of %d targets, the most telling)"
                                .formatted(title, shown.size(), all),
                boxes,
                arrows);
    }

    private static Box in(String target, Box box) {
        return new Box(
                id(target, box.id()), box.heading() + " in " + target, box.text(), box.emphasis());
    }

    private static Arrow in(String target, Arrow arrow) {
        return new Arrow(
                id(target, arrow.from()),
                id(target, arrow.to()),
                arrow.text(),
                arrow.explanation(),
                arrow.certain());
    }

    /** No name of a target holds a line break. */
    private static String id(String target, String id) {
        return target + "\n" + id;
    }
}
