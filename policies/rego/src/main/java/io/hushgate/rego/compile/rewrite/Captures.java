package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.unit.LocalNames;
import java.util.List;

/** Makes terms that show whether another term is defined. */
final class Captures {
    private Captures() {}

    /**
     * <code>{x | x = term}</code>: the value as the only member, or nothing where it is undefined.
     */
    static Comprehension set(Term term, List<With> modifiers, LocalNames names) {
        Var local = names.fresh(term.location());
        Term unification = Call.of(Operator.EQ, term.location(), local, term);
        Expr capture =
                new Expr(
                        new Statement.OfTerm(unification),
                        false,
                        false,
                        modifiers,
                        term.location());
        return new Comprehension.OfSet(local, Body.of(capture), term.location());
    }
}
