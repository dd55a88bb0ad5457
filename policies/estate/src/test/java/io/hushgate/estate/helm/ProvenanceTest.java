package io.hushgate.estate.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.helm.datum.Leaf;
import io.hushgate.estate.helm.template.Rendered;
import io.hushgate.estate.tree.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each character of a rendering knows where it comes from. */
class ProvenanceTest {
    private static final String TEMPLATE =
            """
            kind: Secret
            {{- if .Values.on }}
            data:
              pin: {{ .Values.db.pin | b64enc | quote }}
              all: {{ include "all" . | nindent 4 }}
            {{- end }}
            last: line
            """;

    private static final Rendered RENDERED =
            Charts.named("app")
                    .values("on: true\ndb:\n  pin: four\nlist: [a, b]\n")
                    .override("db: {pin: five}\n")
                    .with(
                            "templates/_h.tpl",
                            "{{ define \"all\" }}{{ toYaml .Values.list }}{{ end }}")
                    .template(TEMPLATE)
                    .render()
                    .manifests()
                    .getFirst()
                    .rendered();

    private static int line(String piece) {
        int offset = RENDERED.templateOffset(RENDERED.text().indexOf(piece));
        return 1 + (int) TEMPLATE.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    @Test
    void literalTextIsWhereItStands() {
        assertThat(line("kind")).isEqualTo(1);
        assertThat(line("pin:")).isEqualTo(4);
        assertThat(line("last: line")).isEqualTo(7);
    }

    @Test
    void whatAnActionGivesIsWhereTheActionStands() {
        assertThat(line("Zml2ZQ==")).isEqualTo(4);
        assertThat(line("- b")).isEqualTo(5);
    }

    @Test
    void valuesKnowTheFileThatWon() {
        int at = RENDERED.text().indexOf("Zml2ZQ==");

        List<Leaf> leaves = RENDERED.leaves(at, at + 8);

        assertThat(leaves)
                .containsExactly(new Leaf("override-0.yaml", "db.pin", new Place(1, 11), ""));
    }

    @Test
    void valuesOfAMappingThatIsPrintedWholeAreKnownToo() {
        int at = RENDERED.text().indexOf("- b");

        assertThat(RENDERED.leaves(at, at + 3))
                .extracting(Leaf::key)
                .containsExactly("list[0]", "list[1]");
    }

    @Test
    void documentsAreDividedAsHelmDividesThem() {
        String template = "a: 1\n---# two\nb: {{ 2 }}\n---c: 3\nd: 4\n";

        Rendered divided =
                Charts.named("app").template(template).render().manifests().getFirst().rendered();

        assertThat(divided.text()).isEqualTo("a: 1\n---\n# two\nb: 2\n---\nc: 3\nd: 4\n");
        assertThat(divided.templateOffset(divided.text().indexOf("two")))
                .isEqualTo(template.indexOf("two"));
        assertThat(divided.templateOffset(divided.text().indexOf("d: 4")))
                .isEqualTo(template.indexOf("d: 4"));
        assertThat(divided.templateOffset(divided.text().indexOf("2\n---")))
                .isEqualTo(template.indexOf("{{ 2"));
    }
}
