package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.unit.LocalNames;
import java.util.List;

/**
 * Makes the expressions that bind a generated variable to a term which cannot stay where it was.
 */
final class Bindings {
    private final LocalNames names;

    Bindings(LocalNames names) {
        this.names = names;
    }

    /** {@code __localN__ = term}, marked as generated. */
    Expr bind(Term term) {
        return bind(term, List.of());
    }

    Expr bind(Term term, List<With> modifiers) {
        Var local = names.fresh(term.location());
        Term unification = Call.of(Operator.EQ, term.location(), local, term);
        return new Expr(new Statement.OfTerm(unification), false, true, modifiers, term.location());
    }

    /** The variable that {@link #bind} made. */
    static Var variable(Expr binding) {
        return (Var) binding.call().orElseThrow().args().getFirst();
    }

    /** Whether a term has parts that only evaluation gives a value. */
    static boolean needsEvaluation(Term term) {
        boolean[] found = {false};
        Walk.nodes(
                term,
                (Node node) -> {
                    found[0] |= node instanceof Ref || node instanceof Comprehension;
                    return !found[0];
                });
        return found[0];
    }
}
