package io.hushgate.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import io.hushgate.report.picture.Picture.Emphasis;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {
    private static Picture picture(String... arrows) {
        List<Box> boxes = new ArrayList<>();
        List<Arrow> all = new ArrayList<>();
        for (String arrow : arrows) {
            String[] ends = arrow.split(">", -1);
            for (String end : ends) {
                Box box = new Box(end, "thing", end, Emphasis.PLAIN);
                if (!boxes.contains(box)) {
                    boxes.add(box);
                }
            }
            all.add(new Arrow(ends[0], ends[1], "leads to", arrow, true));
        }
        return new Picture("test", boxes, all);
    }

    private static List<String> columns(Picture picture) {
        return Layers.of(picture).columns().stream()
                .map(column ->
                        column.stream()
                                .map(slot ->
                                        slot.isGap() ? "-" : picture.boxes().get(slot.box()).id())
                                .toList()
                                .toString())
                .toList();
    }

    @Test
    void arrowsLeadToTheRightAndLongOnesHaveGaps() {
        assertThat(columns(picture("a>b", "b>c", "a>c"))).containsExactly("[a]", "[b, -]", "[c]");
    }

    @Test
    void aCircleIsOpened() {
        assertThat(columns(picture("a>b", "b>c", "c>a", "c>c")))
                .containsExactly("[a]", "[b, -]", "[c]");
    }

    @Test
    void columnsAreOrderedSoThatArrowsDoNotCross() {
        assertThat(columns(picture("a>y", "b>x", "c>z"))).containsExactly("[a, b, c]", "[y, x, z]");
    }

    @Test
    void aLongChainIsNoRecursion() {
        String[] arrows = new String[5_000];
        for (int i = 0; i < arrows.length; i++) {
            arrows[i] = i + ">" + (i + 1);
        }

        assertThat(Layers.of(picture(arrows)).columns()).hasSize(5_001);
    }

    @Test
    void svgIsXmlWhateverTheNamesAre() throws Exception {
        String name = "a\"<b>&\u0000\uD800" + "x".repeat(100);
        Picture picture =
                new Picture(
                        "<script>",
                        List.of(
                                new Box("1", "h", name, Emphasis.ALARM),
                                new Box("2", "h", "b", Emphasis.GOAL)),
                        List.of(
                                new Arrow("1", "2", name, name, false),
                                new Arrow("2", "1", "", "", true)));

        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        SvgPicture.render(picture)
                                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void dotQuotesNames() {
        Picture picture =
                new Picture("t", List.of(new Box("a\"b", "h", "c\\d", Emphasis.START)), List.of());

        assertThat(DotPicture.render(picture)).contains("\"a\\\"b\" [label=\"h\\nc\\\\d\"");
    }

    @Test
    void nothingGivesAnEmptyPicture() {
        assertThat(SvgPicture.render(new Picture("t", List.of(), List.of()))).endsWith("</svg>\n");
    }

    @Test
    void refusesAnArrowToNowhere() {
        Arrow arrow = new Arrow("a", "b", "", "", true);

        assertThatThrownBy(() -> new Picture("t", List.of(), List.of(arrow)))
                .hasMessageContaining("has no box");
    }
}
