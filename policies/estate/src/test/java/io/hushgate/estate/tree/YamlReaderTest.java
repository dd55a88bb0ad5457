package io.hushgate.estate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private static Tree read(String text) {
        return new YamlReader(Limits.DEFAULT).read(Source.of(text));
    }

    private static Mapping first(String text) {
        return (Mapping) read(text).documents().getFirst();
    }

    @Test
    void knowsThePlaceOfEveryValue() {
        Mapping map = first("a: 1\nb:\n  - 'x y'\n  - c: \"\uD83D\uDD11 z\"\n    d: no\n");

        assertThat(map.get("a").orElseThrow().place()).isEqualTo(new Place(1, 4));
        assertThat(map.scalars("b").getFirst().place()).isEqualTo(new Place(3, 6));
        Mapping inner = map.mappings("b").getFirst();
        assertThat(inner.scalar("c").orElseThrow().place()).isEqualTo(new Place(4, 9));
        Scalar d = inner.scalar("d").orElseThrow();
        assertThat(d.place()).isEqualTo(new Place(5, 8));
        assertThat(d.form()).isEqualTo(Form.BOOLEAN);
    }

    @Test
    void countsColumnsInUtf16AfterCharactersOfTwoUnits() {
        Mapping map = first("{k: \uD83D\uDD11, b: 2}");

        assertThat(map.get("b").orElseThrow().place()).isEqualTo(new Place(1, 12));
    }

    @Test
    void keepsPlacesInsideEveryKindOfScalar() {
        assertPlaces("a: |\n    x1\n      y2\n\n    z3\n", 2, 5, 3, 7, 5, 5);
        assertPlaces("a: |2-\n  x1\n   y2\n  z3", 2, 3, 3, 4, 4, 3);
        assertPlaces("a: >\n  x1\n  y2\n\n  z3\n", 2, 3, 3, 3, 5, 3);
        assertPlaces("a: x1\n   y2\n   z3\n", 1, 4, 2, 4, 3, 4);
        assertPlaces("a: 'x1 ''\n   y2\n   z3'\n", 1, 5, 2, 4, 3, 4);
        assertPlaces("a: \"x1 \\\" \\u0041 \\\n   y2\\n  z3\"\n", 1, 5, 2, 4, 2, 10);
        assertPlaces("a: |\r\n  x1\r\n  y2\r\n  z3\r\n", 2, 3, 3, 3, 4, 3);
    }

    private static void assertPlaces(String yaml, int... places) {
        Source source = first(yaml).scalar("a").orElseThrow().asSource();
        String[] words = {"x1", "y2", "z3"};
        for (int i = 0; i < words.length; i++) {
            assertThat(source.placeAt(source.text().indexOf(words[i])))
                    .as("%s in %s", words[i], yaml)
                    .isEqualTo(new Place(places[2 * i], places[2 * i + 1]));
        }
    }

    @Test
    void keepsWhatStandsBeforeAMistakeAndReadsTheNextDocument() {
        Tree tree = read("a: 1\nb:\n  c: 2\n x: [\n---\nd: 3\n");

        assertThat(tree.documents()).hasSize(2);
        assertThat(((Mapping) tree.documents().getFirst()).text("a")).isEqualTo("1");
        assertThat(((Mapping) tree.documents().getLast()).text("d")).isEqualTo("3");
        assertThat(tree.problems())
                .extracting(Problem::code)
                .containsExactly(Problem.Code.YAML_INVALID);
    }

    @Test
    void readsTheLiteralPartsOfATemplate() {
        Tree tree =
                read(
                        """
                        {{- if .Values.rbac }}
                        kind: ClusterRole
                        metadata:
                          name: {{ include "x.name" . }}-reader
                          labels:
                            {{- include "x.labels" . | nindent 4 }}
                        rules:
                          - verbs: ["get", {{ .Values.verb | quote }}]
                        {{- end }}
                        """);

        assertThat(tree.template()).isTrue();
        assertThat(tree.problems())
                .extracting(Problem::code)
                .containsExactly(Problem.Code.TEMPLATE);
        Mapping map = (Mapping) tree.documents().getFirst();
        Scalar name = map.at("metadata").scalar("name").orElseThrow();
        assertThat(name.text()).isEqualTo("{{ include \"x.name\" . }}-reader");
        assertThat(name.isLiteral()).isFalse();
        assertThat(name.place()).isEqualTo(new Place(4, 9));
        assertThat(map.mappings("rules").getFirst().texts("verbs"))
                .containsExactly("get", "{{ .Values.verb | quote }}");
    }

    @Test
    void leavesTemplatesInsideBlockScalarsAlone() {
        Tree tree = read("a: |\n  {{ with secret \"x\" }}\n  {{ end }}\n");

        assertThat(tree.template()).isFalse();
        assertThat(((Mapping) tree.documents().getFirst()).text("a")).contains("with secret");
    }

    @Test
    void noticesKeysThatAreGivenTwiceAndMergesAnchors() {
        Tree tree = read("a: &x {k: 1, l: 2}\nb: {<<: *x, l: 3}\na: 2\n");

        assertThat(tree.problems())
                .extracting(Problem::code, Problem::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Problem.Code.DUPLICATE_KEY, new Place(3, 1)));
        Mapping b = ((Mapping) tree.documents().getFirst()).mapping("b");
        assertThat(b.text("k")).isEqualTo("1");
        assertThat(b.text("l")).isEqualTo("3");
    }

    @Test
    void nestedAliasesDoNotMultiply() {
        StringBuilder bomb = new StringBuilder("a0: &a0 {k: v}\n");
        StringBuilder merges = new StringBuilder("a0: &a0 {k: v}\n");
        for (int i = 1; i < 40; i++) {
            String uses = "*a%d, ".formatted(i - 1).repeat(9);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, uses));
            merges.append("a%d: &a%d {<<: [%s]}\n".formatted(i, i, uses));
        }

        for (StringBuilder text : new StringBuilder[] {bomb, merges}) {
            assertThat(read(text.toString()).problems())
                    .extracting(Problem::code)
                    .contains(Problem.Code.LIMIT_NODES);
        }
    }

    @Test
    void stopsAtTheDeepestLevel() {
        assertThat(read("[".repeat(200_000)).problems())
                .extracting(Problem::code)
                .contains(Problem.Code.LIMIT_DEPTH);
        assertThat(read("- ".repeat(5_000)).problems()).isNotEmpty();
    }
}
