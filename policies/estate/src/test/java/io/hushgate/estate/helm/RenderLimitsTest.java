package io.hushgate.estate.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.helm.template.RenderLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chart that wants too much is stopped, and what it says otherwise is rendered. */
class RenderLimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}",
                "{{ define \"a\" }}{{ template \"b\" . }}{{ end }}{{ define \"b\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}",
                "{{ repeat 1000000000 \"x\" }}",
                "{{ $x := \"aaaaaaaaaa\" }}{{ range until 40 }}{{ $x = printf \"%s%s\" $x $x }}{{ end }}{{ $x }}",
                "{{ $x := list 1 }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ $x | toJson }}",
                "{{ $x := dict }}{{ $_ := set $x \"x\" $x }}{{ $x }}",
                "{{ $x := dict }}{{ $_ := set $x \"x\" $x }}{{ toYaml $x }}",
                "{{ $x := dict }}{{ $_ := set $x \"x\" $x }}{{ $y := dict }}{{ $_ := set $y \"x\" $y }}{{ eq $x $y }}",
                "{{ $x := dict }}{{ $_ := set $x \"x\" $x }}{{ deepCopy $x }}",
                "{{ range until 1000000000 }}x{{ end }}",
                "{{ range untilStep 0 9000000000000000000 1 }}x{{ end }}",
                "{{ seq 1 1000000000 }}",
                "{{ indent 1000000000 \"x\" }}",
                "{{ .Values.self }}{{ tpl .Values.self . }}",
                "{{ replace \"\" (repeat 10000 \"y\") (repeat 10000 \"x\") }}",
            })
    void isStoppedInTime(String template) {
        Rendering rendering =
                Charts.named("app")
                        .values("self: '{{ tpl .Values.self . }}'\n")
                        .template(template)
                        .render();

        assertThat(rendering.manifests()).isEmpty();
        assertThat(rendering.problems()).hasSize(1);
    }

    @Test
    void parenthesesAndBlocksNestAsDeepAsTheLimit() {
        int deep = RenderLimits.DEFAULT.maxDepth() + 1;
        Rendering rendering =
                Charts.named("app")
                        .template("{{ " + "(".repeat(deep) + "1" + ")".repeat(deep) + " }}")
                        .with(
                                "templates/b.yaml",
                                "{{ if true }}".repeat(100_000) + "{{ end }}".repeat(100_000))
                        .with("templates/c.yaml", "fine")
                        .render();

        assertThat(rendering.manifests()).hasSize(1);
        assertThat(rendering.problems())
                .extracting(RenderProblem::what)
                .allSatisfy(what -> assertThat(what).startsWith("nested deeper"));
    }

    @Test
    void allFilesTogetherHaveOneBudget() {
        Charts charts =
                Charts.named("app")
                        .within(new RenderLimits(10_000, 1 << 20, 100))
                        .with("templates/z.yaml", "{{ range until 100000 }}{{ end }}")
                        .with("templates/a.yaml", "{{ range until 10 }}x{{ end }}");

        assertThat(charts.render().problems())
                .extracting(RenderProblem::limit)
                .containsExactly(true, true);
    }

    @Test
    void aValuesFileOfTenMegabytesIsNotReadAndSaidSo() {
        Rendering rendering =
                Charts.named("app")
                        .values("a: " + "x".repeat(10_000_000) + "\n")
                        .template("b: {{ .Values.a | default \"none\" }}")
                        .render();

        assertThat(rendering.manifests().getFirst().rendered().text()).isEqualTo("b: none");
        assertThat(rendering.problems().getFirst().toString())
                .startsWith("values.yaml:1: the file is longer than");
        assertThat(rendering.problems().getFirst().limit()).isTrue();
    }

    @Test
    void aPackageThatIsCutShortGivesNothing() {
        byte[] whole = Charts.named("sub").template("x: 1").packed("sub");

        Rendering rendering =
                Charts.named("app")
                        .with("charts/sub.tgz", java.util.Arrays.copyOf(whole, whole.length / 2))
                        .with("charts/junk.tgz", "no package")
                        .template("a: 1")
                        .render();

        assertThat(rendering.manifests().getLast().rendered().text()).isEqualTo("a: 1");
    }
}
