package io.hushgate.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import org.junit.jupiter.api.Test;

/** What compiled rules look like, one example for each rewriting. */
final class RewritingTest {
    @Test
    void makesReferencesAbsolute() {
        assertThat(rule("import data.x.y\np if { q; y.z; input.w }\nq := 1"))
                .endsWith("p = true if { data.a.q; data.x.y.z; input.w }");
    }

    @Test
    void givesDeclaredVariablesNamesOfTheirOwn() {
        assertThat(rule("p := x if { x := input.x; [x | x := 1] }"))
                .isEqualTo(
                        "p := __local0__ if { __local0__ = input.x;"
                                + " [__local1__ | __local1__ = 1] }");
    }

    @Test
    void readsMembersOfSomeFromTheDomain() {
        assertThat(rule("p if { some k, v in input.x; k == v }"))
                .isEqualTo(
                        "p = true if { __local1__ = input.x[__local0__];"
                                + " __local0__ = __local1__ }");
    }

    @Test
    void takesNestedCallsApart() {
        assertThat(rule("p := count(split(input.x, \",\")) + 1"))
                .isEqualTo(
                        "p := __local2__ if { __local3__ = input.x;"
                                + " split(__local3__, \",\", __local0__);"
                                + " count(__local0__, __local1__);"
                                + " plus(__local1__, 1, __local2__) }");
    }

    @Test
    void ordersExpressionsByWhatTheyNeed() {
        assertThat(rule("p if { x > y; y = 1; x = input.x }"))
                .isEqualTo("p = true if { y = 1; x = input.x; gt(x, y) }");
    }

    @Test
    void keepsPartsOfALegacyNegationOutsideOfIt() {
        assertThat(rule("p if not count(input.x) == 1"))
                .isEqualTo(
                        "p = true if { __local1__ = input.x; count(__local1__, __local0__);"
                                + " not __local0__ = 1 }");
    }

    @Test
    void keepsPartsOfANegationByImportInsideOfIt() {
        assertThat(rule("import future.keywords.not\np if not count(input.x) == 1"))
                .isEqualTo(
                        "p = true if { not __local1__ = input.x; count(__local1__, __local0__);"
                                + " __local0__ = 1 }");
    }

    @Test
    void movesReferencesOutOfHeads() {
        assertThat(rule("p[input.k].q contains [input.v]"))
                .startsWith("p[__local0__].q contains __local1__ if { __local0__ = input.k;");
    }

    @Test
    void bindsReplacementsBeforeTheExpression() {
        assertThat(rule("p if input.x with input.x as data.y"))
                .isEqualTo(
                        "p = true if { __local0__ = data.y;"
                                + " input.x with input.x as __local0__ }");
    }

    @Test
    void showsWhetherPartsOfTemplatesAreDefined() {
        assertThat(rule("p := $\"a {input.x} b\""))
                .isEqualTo(
                        "p := __local1__ if {"
                                + " __local2__ = {__local0__ | __local0__ = input.x};"
                                + " internal.template_string([\"a \", __local2__, \" b\"],"
                                + " __local1__) }");
    }

    @Test
    void erasesPrintsUnlessTheyAreWanted() {
        String text = "package a\np if { print(input.x) }";
        assertThat(Rego.rewritten(text)).isEqualTo("p = true if { true }");
        CompiledModules printing =
                Compiler.compile(Rego.parse(text), CompileOptions.DEFAULT.withPrint(true));
        assertThat(printing.rules().getFirst().rule().toString())
                .isEqualTo(
                        "p = true if { __local1__ = {__local0__ | __local0__ = input.x};"
                                + " internal.print([__local1__]) }");
    }

    @Test
    void readsMetadataBeforeEvaluation() {
        assertThat(rule("# METADATA\n# title: T\np := rego.metadata.rule().title"))
                .contains("{\"scope\": \"rule\", \"title\": \"T\"}");
    }

    @Test
    void listsRulesAfterThoseTheyNeed() {
        CompiledModules modules =
                Rego.compile("package a\np := q\nq := data.b.r", "package b\nr := 1");
        assertThat(modules.rules())
                .extracting(rule -> rule.path().toString())
                .containsExactly("data.b.r", "data.a.q", "data.a.p");
    }

    @Test
    void putsRulesUnderTheConstantPartOfTheirPath() {
        CompiledModules modules =
                Rego.compile("package a\np.q[x] := 1 if some x in input.x\np.r := 2");
        assertThat(modules.tree().find(Ref.of(Location.NONE, "data", "a", "p", "q")))
                .hasValueSatisfying(place -> assertThat(place.rules()).hasSize(1));
    }

    private static String rule(String rules) {
        return Rego.rewritten("package a\n" + rules);
    }
}
