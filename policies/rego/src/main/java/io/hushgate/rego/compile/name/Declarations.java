package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the variables that a body declares with {@code :=} and {@code some}. */
final class Declarations {
    private Declarations() {}

    /**
     * All declared names below {@code node}, without what comprehensions declare for themselves.
     */
    static Set<String> in(Node node) {
        Set<String> names = new LinkedHashSet<>();
        Walk.nodes(
                node,
                n ->
                        switch (n) {
                            case Comprehension _ -> false;
                            case Expr expr when expr.isAssignment() -> {
                                addVars(expr.call().orElseThrow().args().getFirst(), names);
                                yield true;
                            }
                            case Statement.SomeVars some -> {
                                some.vars().forEach(v -> names.add(v.name()));
                                yield true;
                            }
                            case Statement.SomeIn some -> {
                                some.symbols().forEach(symbol -> addVars(symbol, names));
                                yield true;
                            }
                            default -> true;
                        });
        return names;
    }

    static void addVars(Term term, Set<String> names) {
        Walk.vars(term, (Var v) -> names.add(v.name()));
    }
}
