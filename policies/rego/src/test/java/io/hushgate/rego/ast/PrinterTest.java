package io.hushgate.rego.ast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrinterTest {
    private static final Ref INPUT_ODD_KEY =
            Ref.of(Location.NONE, "input", "user", "first name", "default").append(Var.of("x"));

    @Test
    void writesConstantKeysWithADotWherePossible() {
        assertThat(INPUT_ODD_KEY).hasToString("input.user[\"first name\"][\"default\"][x]");
    }

    @Test
    void writesEqualityAsOperatorAndTheRestAsCalls() {
        Expr equality = Expr.of(Call.of(Operator.EQ, Location.NONE, Var.of("x"), Scalar.Num.of(1)));
        Expr comparison =
                Expr.of(Call.of(Operator.GT, Location.NONE, Var.of("x"), Scalar.Num.of(1)));
        assertThat(equality).hasToString("x = 1");
        assertThat(comparison).hasToString("gt(x, 1)");
        assertThat(Body.of(equality, comparison.withNegated(true)))
                .hasToString("x = 1; not gt(x, 1)");
    }

    @Test
    void namesNoWildcard() {
        assertThat(new ArrayTerm(List.of(Var.of("$0"), Var.of("$1")), Location.NONE))
                .hasToString("[_, _]");
    }

    @Test
    void escapesStringsAsGoDoes() {
        assertThat(Scalar.Text.of("a\"\u0001\n\u200b\u00e9"))
                .hasToString("\"a\\\"\\x01\\n\\u200b\u00e9\"");
    }
}
