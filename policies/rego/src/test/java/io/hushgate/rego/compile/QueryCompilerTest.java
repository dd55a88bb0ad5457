package io.hushgate.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.syntax.Parser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QueryCompilerTest {
    private static final CompiledModules MODULES =
            Rego.compile("package a\np := 1\nf(x) := x + 1\nq := {\"b\": 1}");

    @Test
    void keepsTheNamesOfVariables() {
        CompiledQuery query = compile("x = data.a.p; y := x + 1", QueryContext.NONE);
        assertThat(query.body().toString())
                .isEqualTo("x = data.a.p; plus(x, 1, __localq1__); __localq0__ = __localq1__");
        assertThat(query.originalName("__localq0__")).isEqualTo("y");
        assertThat(query.originalName("x")).isEqualTo("x");
    }

    @Test
    void leavesComparisonsAsTheyAre() {
        assertThat(compile("1 == 2", QueryContext.NONE).body().toString()).isEqualTo("equal(1, 2)");
    }

    @Test
    void findsRulesOfItsPackage() {
        QueryContext context =
                new QueryContext(Optional.of(Ref.of(Location.NONE, "data", "a")), List.of());
        assertThat(compile("f(p) = x", context).body().toString())
                .isEqualTo(
                        "__localq1__ = data.a.p; data.a.f(__localq1__, __localq0__);"
                                + " __localq0__ = x");
    }

    @Test
    void refusesWhatModulesRefuse() {
        assertThatThrownBy(() -> compile("x > 1", QueryContext.NONE))
                .isInstanceOf(RegoException.class)
                .hasMessageContaining("rego_unsafe_var_error: var x is unsafe");
        assertThatThrownBy(() -> compile("data.a.q.c = x", QueryContext.NONE))
                .isInstanceOf(RegoException.class)
                .hasMessageContaining("undefined ref: data.a.q.c");
    }

    private static CompiledQuery compile(String query, QueryContext context) {
        return QueryCompiler.compile(
                MODULES, Parser.parseBody(query), context, CompileOptions.DEFAULT);
    }
}
