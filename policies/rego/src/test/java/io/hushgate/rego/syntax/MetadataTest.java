package io.hushgate.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.Module;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {
    @Test
    void readsAllFields() {
        Module module =
                Parser.parseModule(
                        "",
                        """
                        # METADATA
                        # title: Paths
                        # organizations: [Acme]
                        package a.b

                        # METADATA
                        # description: |
                        #   two
                        #   lines
                        # authors:
                        # - Jane Doe <jane@example.com>
                        # - name: Joe
                        # related_resources:
                        # - https://example.com
                        # - ref: https://example.org
                        #   description: more
                        # schemas:
                        # - input: schema.input
                        # - data.x: {type: string}
                        # custom:
                        #   severity: HIGH
                        #   when: yes
                        #   since: 2026-01-02
                        #   weight: 0x10
                        p := 1
                        """);
        assertThat(module.annotations())
                .extracting(Annotations::scope)
                .containsExactly(Annotations.Scope.PACKAGE, Annotations.Scope.RULE);
        assertThat(module.annotations().getFirst().target()).hasToString("data.a.b");
        Annotations rule = module.rules().getFirst().annotations().getFirst();
        assertThat(rule.target()).hasToString("data.a.b.p");
        assertThat(rule.description()).isEqualTo("two\nlines\n");
        assertThat(rule.toTerm())
                .hasToString(
                        "{\"scope\": \"rule\", \"description\": \"two\\nlines\\n\", \"related_resources\":"
                                + " [{\"ref\": \"https://example.com\"}, {\"ref\":"
                                + " \"https://example.org\", \"description\": \"more\"}], \"authors\":"
                                + " [{\"name\": \"Jane Doe\", \"email\": \"jane@example.com\"},"
                                + " {\"name\": \"Joe\"}], \"schemas\": [{\"path\": [\"input\"],"
                                + " \"schema\": [\"schema\", \"input\"]}, {\"path\": [\"data\", \"x\"],"
                                + " \"definition\": {\"type\": \"string\"}}], \"custom\": {\"severity\":"
                                + " \"HIGH\", \"when\": \"yes\", \"since\": \"2026-01-02\", \"weight\":"
                                + " 16}}");
    }

    @Test
    void documentScopeReachesEveryRuleOfThatName() {
        Module module =
                Parser.parseModule(
                        "",
                        """
                        package a
                        # METADATA
                        # scope: document
                        # title: all
                        p := 1 if input.x
                        q := 2
                        p := 3 if input.y
                        """);
        assertThat(module.rules()).extracting(r -> r.annotations().size()).containsExactly(1, 0, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "# METADATA%p := 1 ~ 2:1: rego_parse_error: expected METADATA block, found whitespace",
                "# METADATA%# scope: package%p := 1 ~ annotation scope 'package' must be applied to"
                        + " package (have rule)",
                "# METADATA%# scope: galaxy%p := 1 ~ invalid annotation scope 'galaxy'",
                "# METADATA%# title: x%import data.y ~ invalid annotation scope 'import'",
                "# METADATA%# title: x ~ invalid annotation scope ''",
                "# METADATA%# entrypoint: maybe%p := 1 ~ line 1: cannot unmarshal !!str `maybe` into bool",
                "# METADATA%# entrypoint: true%# scope: rule%p := 1 ~ annotation entrypoint applied to"
                        + " non-document or package scope 'rule'",
                "# METADATA%# authors: [{}]%p := 1 ~ 'name' and/or 'email' values required in object",
                "# METADATA%# title: a%# title: b%p := 1 ~ 4:1: rego_parse_error: yaml: unmarshal errors",
                "# METADATA%# title: [%p := 1 ~ rego_parse_error: yaml: line",
            })
    void refusesWithThePlace(String lines, String message) {
        assertThatThrownBy(() -> Parser.parseModule("", "package a\n" + lines.replace('%', '\n')))
                .hasMessageContaining(message);
    }

    @Test
    void aliasesCannotBlowUp() {
        StringBuilder text =
                new StringBuilder("package a\n# METADATA\n# custom:\n#   a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("#   a%d: &a%d [*a%d,*a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        text.append("p := 1\n");
        assertThatThrownBy(() -> Parser.parseModule("", text.toString()))
                .hasMessageContaining("yaml:");
    }
}
