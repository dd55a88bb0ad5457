package io.hushgate.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.ast.Features;
import io.hushgate.rego.ast.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the documentation page about {@code and} and {@code or}. */
class LogicalParserTest {
    private static final ParserOptions OPTIONS =
            ParserOptions.V1.withFeatures(new Features(true, true, true));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1 + 1 == 2 and x in s ~ equal(plus(1, 1), 2) and internal.member_2(x, s)",
                "not a and b ~ not a and b",
                "not (a and b) ~ not (a and b)",
                "a and b or c ~ (a and b) or c",
                "a or b and c ~ a or (b and c)",
                "(a or b) and c ~ (a or b) and c",
                "a or b or c ~ (a or b) or c",
                "a or b with input as x ~ a or b with input as x",
                "a or (b with input as x) ~ a or (b with input as x)",
                "a or {b with input as x} ~ a or { b with input as x }",
                "{ some x in s; x > 2 } or b ~ { some x in s; gt(x, 2) } or b",
                "not { a; b } ~ not { a; b }",
                "not { a } or b ~ not { a } or b",
                "(a == b) ~ equal(a, b)",
                "({a}) == s ~ equal({a}, s)",
                "or({1}, {2}) == x ~ equal(or({1}, {2}), x)",
            })
    void readsAsDocumented(String text, String printed) {
        assertThat(Parser.parseBody(text, OPTIONS)).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a with input as x or b ~ `with` modifier is not allowed on operand of `or`",
                "a or b with input as x or c ~ unexpected or keyword",
                "{1, 2} or b ~ cannot begin with `{` unless the braces hold a body",
                "a or {1, 2} ~ cannot begin with `{` unless the braces hold a body",
                "not {1, 2} ~ must contain expression(s), got: set",
                "{} or b ~ found empty body",
                "a and () ~ empty parenthesized group",
                "{a | b} or c ~ ambiguous `{ ... | ... }` operand",
                "print(1) and a ~ cannot consist only of calls to `print`",
                "x := a or ~ unexpected eof",
            })
    void refuses(String text, String message) {
        String module = "package a\nimport future.keywords\np if {\n%s\n}".formatted(text);
        if (message.contains("eof")) {
            module = "package a\nimport future.keywords\np if " + text;
        }
        String whole = module;
        assertThatThrownBy(() -> Parser.parseModule("", whole)).hasMessageContaining(message);
    }

    @Test
    void theWordsAreNamesWithoutTheImport() {
        assertThat(Parser.parseBody("and := 1; or := 2").exprs()).hasSize(2);
    }

    @Test
    void parenthesesWithoutImportOfNotAreATerm() {
        ParserOptions withoutNot = ParserOptions.V1.withFeatures(new Features(false, true, true));
        assertThatThrownBy(() -> Parser.parseBody("not (a or b)", withoutNot))
                .hasMessageContaining("non-terminated expression");
    }

    @Test
    void chainsAreLeftAssociative() {
        Statement statement =
                Parser.parseBody("a and b and c", OPTIONS).exprs().getFirst().statement();
        assertThat(statement)
                .isInstanceOfSatisfying(
                        Statement.Logical.class,
                        l -> assertThat(l.right().body()).hasToString("c"));
    }
}
