package io.hushgate.rego.ast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransformerTest {
    private static final Term SUM_IN_ARRAY =
            new ArrayTerm(
                    List.of(Call.of(Operator.PLUS, Location.NONE, Var.of("x"), Scalar.Num.of(1))),
                    Location.NONE);

    @Test
    void returnsTheSameNodeIfNothingChanges() {
        assertThat(new Transformer() {}.term(SUM_IN_ARRAY)).isSameAs(SUM_IN_ARRAY);
    }

    @Test
    void renamesVariablesButNotFunctions() {
        Transformer rename =
                new Transformer() {
                    @Override
                    public Term term(Term term) {
                        return term instanceof Var ? Var.of("y") : super.term(term);
                    }
                };
        assertThat(rename.term(SUM_IN_ARRAY)).hasToString("[plus(y, 1)]");
    }

    @Test
    void walkShowsFunctionNamesToo() {
        List<String> names = new ArrayList<>();
        Walk.vars(SUM_IN_ARRAY, v -> names.add(v.name()));
        assertThat(names).containsExactly("plus", "x");
    }

    @Test
    void nodesAreEqualWhereverTheyStand() {
        Source source = new Source("a.rego", "x x");
        assertThat(new Var("x", new Location(source, 1, 1, 0, 1)))
                .isEqualTo(new Var("x", new Location(source, 1, 3, 2, 3)));
    }
}
