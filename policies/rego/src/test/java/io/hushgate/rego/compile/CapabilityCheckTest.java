package io.hushgate.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.builtin.Capabilities;
import io.hushgate.rego.compile.check.CapabilityCheck;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The refusals are those of {@code opa check --capabilities}. */
final class CapabilityCheckTest {
    private static final String VERSION_0 =
            """
            package a

            import future.keywords.in

            p.q.r = 1

            s[x] { x := 1 }

            o[x] = 2 { x := 1 }

            t[x].y = 2 { x := 1 }
            """;

    @Test
    void version1IsAFeature() {
        assertThat(refusal("package a", ParserOptions.V1, List.of(), List.of()))
                .isEqualTo(
                        "a.rego:1: rego_parse_error: illegal capabilities: rego_v1 feature required for parsing v1 Rego");
        assertThat(refusal("package a", ParserOptions.V1, List.of(), List.of("rego_v1"))).isEmpty();
    }

    @Test
    void keywordsOfOldNeedNoNamingInVersion1() {
        assertThat(refusal(VERSION_0, ParserOptions.V0, List.of(), List.of("rego_v1"))).isEmpty();
        assertThat(refusal(VERSION_0, ParserOptions.V0, List.of("every"), List.of()))
                .contains("a.rego:3: rego_parse_error: unexpected keyword, must be one of [every]")
                .doesNotContain("rule heads");
    }

    @Test
    void referencesInHeadsAreAFeature() {
        assertThat(refusal(VERSION_0, ParserOptions.V0, List.of("in"), List.of()))
                .contains(
                        "a.rego:5: rego_compile_error: rule heads with refs are not supported: p.q.r")
                .contains("a.rego:11: rego_compile_error")
                .doesNotContain("a.rego:7")
                .doesNotContain("a.rego:9");
        assertThat(
                        refusal(
                                VERSION_0,
                                ParserOptions.V0,
                                List.of("in"),
                                List.of("rule_head_ref_string_prefixes")))
                .contains("a.rego:11")
                .doesNotContain("a.rego:5");
    }

    @Test
    void keywordsAsKeysAndTemplatesAreFeatures() {
        String module = "package a\n\np := input.if\n\nq := input[\"if\"]\n\nr := $\"{p}\"\n";
        assertThat(refusal(module, ParserOptions.V1, List.of(), List.of("rego_v1")))
                .contains("a.rego:3: rego_parse_error: unexpected if keyword")
                .contains("a.rego:7: rego_parse_error: template strings")
                .doesNotContain("a.rego:5");
        List<String> all = Capabilities.all().features();
        assertThat(refusal(module, ParserOptions.V1, List.of(), all)).isEmpty();
    }

    private static String refusal(
            String text, ParserOptions options, List<String> keywords, List<String> features) {
        Module module = Parser.parseModule(new Source("a.rego", text), options);
        try {
            CapabilityCheck.demand(
                    List.of(module), new Capabilities(Builtins.standard(), keywords, features));
            return "";
        } catch (RegoException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
