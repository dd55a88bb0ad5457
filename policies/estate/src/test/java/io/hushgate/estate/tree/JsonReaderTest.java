package io.hushgate.estate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    private static Tree read(String text) {
        return new JsonReader(Limits.DEFAULT).read(Source.of(text));
    }

    @Test
    void knowsThePlaceOfEveryValueAlsoInsideAString() {
        Tree tree =
                read("{\n  \"a\": \"x\\n\\\"y\\\" z\",\n  \"b\": [true, 12, null]\n}\n{\"c\":1}");

        assertThat(tree.problems()).isEmpty();
        assertThat(tree.documents()).hasSize(2);
        Mapping map = (Mapping) tree.documents().getFirst();
        Scalar a = map.scalar("a").orElseThrow();
        assertThat(a.place()).isEqualTo(new Place(2, 9));
        assertThat(a.asSource().placeAt(a.text().indexOf("y"))).isEqualTo(new Place(2, 14));
        assertThat(a.asSource().placeAt(a.text().indexOf("z"))).isEqualTo(new Place(2, 18));
        assertThat(map.items("b"))
                .extracting(Node::place)
                .containsExactly(new Place(3, 9), new Place(3, 15), new Place(3, 19));
    }

    @Test
    void keepsWhatStandsBeforeTheEndOfATruncatedText() {
        Tree tree = read("{\"a\": {\"b\": \"c\"}, \"d\": {\"e\": 1, \"f");

        assertThat(tree.problems())
                .extracting(Problem::code)
                .containsExactly(Problem.Code.JSON_INVALID);
        Mapping map = (Mapping) tree.documents().getFirst();
        assertThat(map.mapping("a").text("b")).isEqualTo("c");
        assertThat(map.mapping("d").text("e")).isEqualTo("1");
    }

    @Test
    void stopsAtTheDeepestLevel() {
        assertThat(read("[".repeat(100_000)).problems()).isNotEmpty();
    }
}
