package io.hushgate.estate.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of text/template. */
class TemplateLanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "{{ 1 }} {{ \"a\\tb\" }} {{ `raw` }} # 1 a\tb raw",
                "{{ 0x1F }} {{ 0x1p4 }} {{ 017 }} {{ 1_000 }} {{ -2.5 }} # 31 16 15 1000 -2.5",
                "a {{- \" b \" -}} c # a b c",
                "{{/* nothing */}}x # x",
                "{{ if false }}a{{ else if true }}b{{ else }}c{{ end }} # b",
                "{{ with \"x\" }}{{ . }}{{ else }}none{{ end }} # x",
                "{{ range $i, $e := list \"a\" \"b\" }}{{ $i }}{{ $e }}{{ end }} # 0a1b",
                "{{ range $k, $v := dict \"b\" 2 \"a\" 1 }}{{ $k }}{{ $v }}{{ end }} # a1b2",
                "{{ range list }}x{{ else }}empty{{ end }} # empty",
                "{{ range list 1 2 3 }}{{ if eq . 2 }}{{ continue }}{{ end }}{{ . }}{{ end }} # 13",
                "{{ range list 1 2 3 }}{{ if eq . 2 }}{{ break }}{{ end }}{{ . }}{{ end }} # 1",
                "{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }} # 2",
                "{{ define \"t\" }}<{{ . }}>{{ end }}{{ template \"t\" 5 }}{{ include \"t\" 6 }} # <5><6>",
                "{{ block \"b\" 1 }}[{{ . }}]{{ end }} # [1]",
                "{{ (dict \"a\" (dict \"b\" 7)).a.b }} # 7",
                "{{ \"x\" | printf \"%s-%s\" \"y\" }} # y-x",
                "{{ and 0 (fail \"never\") }}{{ or 1 (fail \"never\") }} # 01",
                "{{ not true }} {{ eq 1 2 1 }} {{ lt 1 2 }} # false true true",
                "{{ print 1 2 \"a\" 3 }} # 1 2a3",
                "{{ $.Chart.Name }} {{ .Release.Name }} {{ .Template.Name }} # app release-name app/templates/a.yaml",
                "{{ .Values.missing }}|{{ .Values.missing | quote }}|{{ default \"d\" .Values.missing }} # ||d",
                "{{ list 1 \"a\" nil }} {{ dict \"a\" 1 }} # [1 a <nil>] map[a:1]",
                "{{ tpl \"{{ .Chart.Name }}!\" . }} # app!",
                "{{ .Capabilities.APIVersions.Has \"apps/v1\" }} {{ .Capabilities.KubeVersion.Minor }} # true 31",
            })
    void rendersAsGoDoes(String template, String expected) {
        assertThat(Charts.text("", template.strip())).isEqualTo(expected.strip());
    }

    @Test
    void aMistakeIsNamedWithItsPlace() {
        Rendering rendering =
                Charts.named("app")
                        .template("a: 1\nb: {{ .Values.x.y }}\n")
                        .with("templates/good.yaml", "c: 2\n")
                        .render();

        assertThat(rendering.manifests())
                .extracting(manifest -> manifest.rendered().text())
                .containsExactly("c: 2\n");
        assertThat(rendering.problems())
                .extracting(RenderProblem::toString)
                .containsExactly("templates/a.yaml:2: nil pointer evaluating .y");
    }

    @Test
    void aMistakeWithinAnIncludePointsAtTheInclude() {
        Rendering rendering =
                Charts.named("app")
                        .with(
                                "templates/_h.tpl",
                                "{{ define \"h\" }}\n\n{{ fail \"no\" }}{{ end }}")
                        .template("a: 1\nb: {{ template \"h\" . }}\n")
                        .render();

        assertThat(rendering.problems().getFirst().toString())
                .isEqualTo("templates/a.yaml:2: the chart refuses these values: no, within h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "{{ if true }} # an end is missing",
                "{{ end }} # unexpected end in a template",
                "{{ \"open }} # a string is not closed",
                "{{ (1 }} # unexpected close in parentheses",
                "{{ 1 # an action is not closed",
                "{{ }} # missing value for an action",
                "{{ $x }} # undefined variable $x",
            })
    void whatIsNoTemplateIsAProblem(String template, String what) {
        Rendering rendering = Charts.named("app").template(template.strip()).render();

        assertThat(rendering.manifests()).isEmpty();
        assertThat(rendering.problems().getFirst().what()).isEqualTo(what.strip());
    }

    @Test
    void anUnknownFunctionIsMarkedAndNamed() {
        Rendering rendering = Charts.named("app").template("a: {{ sparkle 1 }}").render();

        assertThat(rendering.manifests().getFirst().rendered().text())
                .isEqualTo("a: <unknown:sparkle>");
        assertThat(rendering.problems().getFirst().what())
                .contains("function sparkle is not known");
    }

    @Test
    void whatIsRandomIsMarked() {
        assertThat(
                        Charts.text(
                                "{{ randAlphaNum 8 }} {{ now | date \"2006\" }} {{ (genCA \"x\" 1).Key }}"))
                .isEqualTo("<generated:randAlphaNum> <generated:date> <generated:genCA>");
    }

    @Test
    void theFilesOfAChartCanBeRead() {
        String text =
                Charts.named("app")
                        .with("conf/a.txt", "one\ntwo\n")
                        .with("conf/b.txt", "b")
                        .with(".helmignore", "*.bak\n")
                        .with("conf/c.bak", "c")
                        .template(
                                "{{ .Files.Get \"conf/b.txt\" }}{{ range .Files.Lines \"conf/a.txt\" }}<{{ . }}>{{ end }}"
                                        + "{{ range $p, $_ := .Files.Glob \"conf/*\" }} {{ $p }}{{ end }}")
                        .text();

        assertThat(text).isEqualTo("b<one><two> conf/a.txt conf/b.txt");
    }
}
