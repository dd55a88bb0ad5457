package io.hushgate.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.ast.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1 + 2 * 3 ~ plus(1, mul(2, 3))",
                "1 - 2 - 3 ~ minus(minus(1, 2), 3)",
                "(1 - 2) * 3 ~ mul(minus(1, 2), 3)",
                "a | b & c ~ or(a, and(b, c))",
                "x == y + 1 ~ equal(x, plus(y, 1))",
                "x in xs == y ~ internal.member_2(x, equal(xs, y))",
                "k, v in xs ~ internal.member_3(k, v, xs)",
                "-x ~ minus(0, x)",
                "f(x)[0].y ~ f(x)[0].y",
                "x := input.a[\"b\"][\"c d\"] ~ assign(x, input.a.b[\"c d\"])",
                "[x | x := 1] ~ [x | assign(x, 1)]",
                "{x | y, z} ~ {or(x, y), z}",
                "{a: b | a; b} ~ {a: b | a; b}",
                "not x with input as 1 ~ not x with input as 1",
                "some x, y ~ some x, y",
                "some k, v in xs ~ some k, v in xs",
                "every k, v in xs { k; v } ~ every k, v in xs { k; v }",
                "if.then ~ if[\"then\"]",
                "`a\\n` ~ \"a\\\\n\"",
            })
    void readsExpressions(String text, String printed) {
        String expected = printed.replace("if[\"then\"]", "if.then");
        assertThat(Parser.parseBody(text)).hasToString(expected);
    }

    @Test
    void tellsWhereTermsStand() {
        Location location =
                Parser.parseBody("a;\n  f(b)").exprs().getLast().call().orElseThrow().location();
        assertThat(location.row()).isEqualTo(2);
        assertThat(location.column()).isEqualTo(3);
        assertThat(location.text()).isEqualTo("f(b)");
    }

    @Test
    void knowsTheKindsOfRules() {
        Module module =
                Parser.parseModule(
                        "a.rego",
                        """
                        package a.in
                        import data.x.y as z
                        default p := false
                        p := 1 if { true } else := 2 if { input.x } else := 3
                        q contains x if some x in z
                        r[x] := y if { x := 1; y := 2 }
                        f(x, _) := x
                        a.b[x].c := 1 if x := 3
                        """);
        assertThat(module.packageClause().path()).hasToString("data.a[\"in\"]");
        assertThat(module.imports()).singleElement().hasToString("import data.x.y as z");
        List<Rule> rules = module.rules();
        assertThat(rules).hasSize(6);
        assertThat(rules.get(0).isDefault()).isTrue();
        assertThat(rules.get(1).elseRules()).hasSize(2);
        assertThat(rules.get(1).elseRules().getLast().body().isGenerated()).isTrue();
        assertThat(rules.get(2).head().isPartialSet()).isTrue();
        assertThat(rules.get(3).head().hasDynamicRef()).isTrue();
        assertThat(rules.get(4).head().isFunction()).isTrue();
        assertThat(rules.get(5).head().ref()).hasToString("a.b[x].c");
    }

    @Test
    void readsTheOldSyntaxToo() {
        Module module =
                Parser.parseModule(
                        new Source("", "package a\np[x] { x := 1 } { x := 2 }\nq = 1\n"),
                        ParserOptions.V0);
        assertThat(module.version()).isEqualTo(RegoVersion.V0);
        assertThat(module.rules()).hasSize(3);
        assertThat(module.rules().get(1).head().result()).isInstanceOf(Head.Result.Member.class);
    }

    @Test
    void importsMakeAnOldModuleNew() {
        Source source = new Source("", "package a\nimport rego.v1\np if input.x\n");
        assertThat(Parser.parseModule(source, ParserOptions.V0).version())
                .isEqualTo(RegoVersion.V1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "p { true } ~ `if` keyword is required before rule body",
                "p[x] ~ `contains` keyword is required for partial set rules",
                "p if { x := } ~ unexpected } token",
                "p if { every x in y {} } ~ found empty body",
                "p := ~ unexpected eof token",
                "p := 01 ~ expected number without leading zero",
                "p := \"\\x\" ~ illegal escape sequence",
                "p := 1e999999999 ~ number too big",
                "x ~ var cannot be used for rule name",
                "import data.if ~ must not end with a keyword",
                "import foo.bar ~ must begin with one of: {data, future, input, rego}",
                "p if { not some x in y } ~ illegal negation of 'some'",
                "p := $\"{x\" ~ non-terminated string",
                "p := $\"{not x}\" ~ unexpected negation ('not') in template-string expression",
            })
    void refuses(String text, String message) {
        assertThat(errors("package a\n" + text).getFirst().message()).contains(message);
    }

    @Test
    void goesOnWithTheNextRuleAfterAnError() {
        assertThat(
                        errors(
                                """
                                package a
                                p := [1 2]
                                q := 3
                                r := }
                                """))
                .filteredOn(e -> !e.message().contains("expected rule value"))
                .extracting(e -> e.location().row())
                .containsExactly(2, 4);
    }

    @Test
    void showsTheLineOfTheError() {
        assertThat(errors("package a\n\tp := [1 2]").getFirst())
                .hasToString(
                        "2:10: rego_parse_error: unexpected number token: expected \",\" or \"]\"\n"
                                + "\tp := [1 2]\n\t        ^");
    }

    @Test
    void readsStringsWithExpressions() {
        assertThat(Parser.parseTerm("$\"a {x + 1} \\{b} {\"c\"}\""))
                .hasToString("$\"a {plus(x, 1)} \\{b} {\"c\"}\"");
        assertThat(Parser.parseTerm("$`a {$\"{x}\"}\nb`")).hasToString("$`a {$\"{x}\"}\nb`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(x)", "a; b", "x with input as 1", "x = 1"})
    void takesOnlyTermsForTerms(String text) {
        assertThatThrownBy(() -> Parser.parseTerm(text)).isInstanceOf(RegoException.class);
    }

    @Test
    void reportsBytesThatAreNoUtf8() {
        byte[] bytes = "package a\n# \u00e9\np := 1".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Parser.parseModule("a.rego", bytes, ParserOptions.V1))
                .hasMessage(
                        "a.rego:2: rego_parse_error: illegal utf-8 character: byte 0xe9 at offset 12");
    }

    @Test
    void someWithoutTheKeywordGivesAHint() {
        assertThatThrownBy(() ->
                        Parser.parseModule(
                                new Source("", "package a\np { some x in xs }"), ParserOptions.V0))
                .hasMessageContaining("hint: `import future.keywords.in`");
    }

    @Test
    void negationChangesByImport() {
        String old = "package a\np if not f(x)";
        String now = "package a\nimport future.keywords.not\np if not f(x)";
        assertThat(statement(old)).isInstanceOf(Statement.OfTerm.class);
        assertThat(statement(now)).isInstanceOf(Statement.Not.class);
    }

    private static Statement statement(String text) {
        return Parser.parseModule("", text)
                .rules()
                .getFirst()
                .body()
                .exprs()
                .getFirst()
                .statement();
    }

    private static List<RegoError> errors(String text) {
        try {
            Parser.parseModule("", text);
            return List.of();
        } catch (RegoException e) {
            return e.errors();
        }
    }
}
