package io.hushgate.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import io.hushgate.report.picture.Picture.Emphasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GalleryTest {
    private static Picture picture(int boxes, Emphasis emphasis) {
        List<Box> all = new ArrayList<>();
        all.add(new Box("0", "policy", "app", Emphasis.START));
        for (int i = 1; i < boxes; i++) {
            all.add(new Box("" + i, "path", "p" + i, emphasis));
        }
        return new Picture("Who", all, List.of(new Arrow("0", "1", "reads", "why", true)));
    }

    @Test
    void aSinglePictureHangsAsItIs() {
        Picture one = picture(3, Emphasis.GOAL);
        assertThat(Gallery.of(Map.of("shop", one))).hasValue(one);
        assertThat(Gallery.of(Map.of())).isEmpty();
    }

    @Test
    void whatIsCalledTheSameInTwoTargetsIsTwoThings() {
        Picture both =
                Gallery.of(Map.of("a", picture(2, Emphasis.GOAL), "b", picture(2, Emphasis.GOAL)))
                        .orElseThrow();
        assertThat(both.title()).isEqualTo("Who");
        assertThat(both.boxes())
                .extracting(Box::heading)
                .containsExactly("policy in a", "path in a", "policy in b", "path in b");
        assertThat(both.arrows()).hasSize(2);
    }

    @Test
    void theMostAlarmingHangWhereThereIsNoRoomForAll() {
        Picture some =
                Gallery.of(
                                Map.of(
                                        "calm", picture(70, Emphasis.GOAL),
                                        "loud", picture(70, Emphasis.ALARM),
                                        "small", picture(2, Emphasis.GOAL)))
                        .orElseThrow();
        assertThat(some.title()).isEqualTo("Who (2 of 3 targets, the most telling)");
        assertThat(some.boxes()).hasSize(72);
        assertThat(some.boxes()).noneMatch(box -> box.heading().endsWith("calm"));
    }
}
