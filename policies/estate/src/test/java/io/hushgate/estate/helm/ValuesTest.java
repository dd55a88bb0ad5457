package io.hushgate.estate.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values merge as Helm merges them; each case was compared with {@code helm template} 3.16. */
class ValuesTest {
    private static final String ALL = "{{ .Values | toJson }}";

    @Test
    void mappingsMergeAndListsReplace() {
        String text =
                Charts.named("app")
                        .values("a: {x: 1, y: [1, 2]}\nb: kept\n")
                        .override("a: {y: [3], z: new}\n")
                        .template(ALL)
                        .text();

        assertThat(text).isEqualTo("{\"a\":{\"x\":1,\"y\":[3],\"z\":\"new\"},\"b\":\"kept\"}");
    }

    @Test
    void theLastFileWins() {
        String text =
                Charts.named("app")
                        .values("a: 1\n")
                        .override("a: 2\n")
                        .override("a: 3\n")
                        .template("{{ .Values.a }}")
                        .text();

        assertThat(text).isEqualTo("3");
    }

    @Test
    void nullRemovesADefault() {
        String text =
                Charts.named("app")
                        .values("a: {x: 1, y: 2}\nb: 3\n")
                        .override("a: {x: null}\nb: null\n")
                        .template(ALL)
                        .text();

        assertThat(text).isEqualTo("{\"a\":{\"y\":2}}");
    }

    @Test
    void whereTypesDifferTheGivenOneStays() {
        String text =
                Charts.named("app")
                        .values("a: {x: 1}\nb: plain\n")
                        .override("a: text\nb: {y: 2}\n")
                        .template(ALL)
                        .text();

        assertThat(text).isEqualTo("{\"a\":\"text\",\"b\":{\"y\":2}}");
    }

    @Test
    void aSubchartSeesItsOwnAndTheGlobals() {
        String text =
                Charts.named("app")
                        .values("global: {g: parent}\nsub: {a: parent}\nother: 1\n")
                        .with("charts/sub/Chart.yaml", "name: sub\nversion: 0.1.0\n")
                        .with(
                                "charts/sub/values.yaml",
                                "a: child\nb: child\nglobal: {g: child, h: child}\n")
                        .with("charts/sub/templates/s.yaml", ALL)
                        .text();

        assertThat(text)
                .isEqualTo(
                        "{\"a\":\"parent\",\"b\":\"child\","
                                + "\"global\":{\"g\":\"parent\",\"h\":\"child\"}}");
    }

    @Test
    void conditionsAndTagsSwitchSubchartsOff() {
        Charts chart =
                Charts.named("app")
                        .with(
                                "Chart.yaml",
                                """
                                apiVersion: v2
                                name: app
                                version: 1.0.0
                                dependencies:
                                - {name: one, version: 1.x, condition: "one.enabled"}
                                - {name: two, version: ^1.0.0, tags: [extra]}
                                - {name: one, version: 1.x, alias: again}
                                """)
                        .values("one: {enabled: false}\ntags: {extra: false}\n");
        for (String name : new String[] {"one", "two"}) {
            chart.with("charts/" + name + "/Chart.yaml", "name: " + name + "\nversion: 1.4.0\n")
                    .with("charts/" + name + "/templates/t.yaml", "{{ .Chart.Name }}");
        }

        assertThat(chart.render().manifests())
                .extracting(Manifest::name, manifest -> manifest.rendered().text())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "app/charts/again/templates/t.yaml", "again"));
    }

    @Test
    void aPackedSubchartIsOpened() {
        byte[] inner =
                Charts.named("sub")
                        .values("a: 1\n")
                        .template("{{ .Values.a }}{{ .Values.b }}")
                        .packed("sub");

        Rendering rendering =
                Charts.named("app")
                        .values("sub: {b: 2}\n")
                        .with("charts/sub-1.2.3.tgz", inner)
                        .render();

        assertThat(rendering.manifests().getFirst().rendered().text()).isEqualTo("12");
        assertThat(rendering.manifests().getFirst().template().address())
                .isEqualTo("charts/sub-1.2.3.tgz!sub/templates/a.yaml");
    }

    @Test
    void importsGoUnderTheParentsOwnValues() {
        String text =
                Charts.named("app")
                        .with(
                                "Chart.yaml",
                                """
                                name: app
                                version: 1.0.0
                                dependencies:
                                - name: sub
                                  version: ">=0"
                                  import-values: [data, {child: inner, parent: taken.over}]
                                """)
                        .values("port: 1\n")
                        .with("charts/sub/Chart.yaml", "name: sub\nversion: 0.1.0\n")
                        .with(
                                "charts/sub/values.yaml",
                                "exports: {data: {port: 2, host: h}}\ninner: {k: v}\n")
                        .template(
                                "{{ .Values.port }} {{ .Values.host }} {{ .Values.taken.over.k }}")
                        .text();

        assertThat(text).isEqualTo("1 h v");
    }

    @Test
    void numbersOfValuesAreFloatingPointNumbers() {
        assertThat(
                        Charts.text(
                                "a: 80\nb: 1000000\nc: 0644\nd: 1.50\n",
                                "{{ .Values.a }} {{ .Values.b }} {{ .Values.c }} {{ .Values.d }} {{ int .Values.b }}"))
                .isEqualTo("80 1e+06 420 1.5 1000000");
    }
}
