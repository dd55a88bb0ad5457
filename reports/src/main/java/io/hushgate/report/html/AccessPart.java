package io.hushgate.report.html;

import io.hushgate.report.Amount;
import io.hushgate.report.picture.Picture;
import io.hushgate.report.picture.Picture.Box;
import io.hushgate.report.picture.Picture.Emphasis;
import io.hushgate.report.picture.SvgPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Who reaches which secret: a picture to explore, and the same as a table. */
final class AccessPart {
    private static final Template TEMPLATE = Template.of("access");

    private AccessPart() {}

    static Html of(Optional<Picture> access) {
        if (access.isEmpty() || access.get().boxes().isEmpty()) {
            return Html.NOTHING;
        }
        Picture picture = access.get();
        Map<String, String> names = new HashMap<>();
        picture.boxes().forEach(box -> names.put(box.id(), name(box)));
        List<Html> rows =
                picture.arrows().stream()
                        .map(arrow ->
                                TEMPLATE.fill(
                                        "row",
                                        Map.of(
                                                "from",
                                                Html.text(names.getOrDefault(arrow.from(), "")),
                                                "step",
                                                Html.text(arrow.text()),
                                                "to",
                                                Html.text(names.getOrDefault(arrow.to(), "")),
                                                "why",
                                                Html.text(arrow.explanation()))))
                        .toList();
        return TEMPLATE.fill(
                "section",
                Map.of(
                        "title", Html.text(picture.title()),
                        "picture", new Html(SvgPicture.embedded(picture)),
                        "starts", options(picture, box -> !isGoal(box)),
                        "goals", options(picture, AccessPart::isGoal),
                        "steps", Html.text(Amount.of(rows.size(), "step")),
                        "rows", Html.all(rows)));
    }

    private static boolean isGoal(Box box) {
        return box.emphasis() == Emphasis.GOAL || box.emphasis() == Emphasis.ALARM;
    }

    private static Html options(Picture picture, Predicate<Box> wanted) {
        return Html.all(
                IntStream.range(0, picture.boxes().size())
                        .filter(i -> wanted.test(picture.boxes().get(i)))
                        .mapToObj(i ->
                                TEMPLATE.fill(
                                        "option",
                                        Map.of(
                                                "index",
                                                Html.number(i),
                                                "name",
                                                Html.text(name(picture.boxes().get(i))))))
                        .toList());
    }

    private static String name(Box box) {
        return (box.heading() + " " + box.text()).strip();
    }
}
